# Alarms watch what is really published, and somebody hears them. In the system before, neither was so.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  project        = "cactus"
  region         = "us-east-1"
  partition      = "aws"
  topic_arn      = "arn:aws:sns:us-east-1:123456789012:cactus-report"
  instance_id    = "i-0123456789abcdef0"
  failures_queue = "cactus-budget-guard-failures"
  functions = {
    stop   = "cactus-budget-guard-stop"
    resize = "cactus-budget-guard-resize"
    resume = "cactus-budget-guard-resume"
  }
}

run "they_watch_what_is_published_and_somebody_hears" {
  module {
    source = "./modules/alarms"
  }

  assert {
    condition = { for name, alarm in output.alarms : name => "${alarm.namespace} ${alarm.metric} ${join(",", [for k, v in alarm.dimensions : "${k}=${v}"])}" } == {
      cactus-cpu                 = "AWS/EC2 CPUUtilization InstanceId=i-0123456789abcdef0"
      cactus-cpu-credits         = "AWS/EC2 CPUCreditBalance InstanceId=i-0123456789abcdef0"
      cactus-system-check        = "AWS/EC2 StatusCheckFailed_System InstanceId=i-0123456789abcdef0"
      cactus-instance-check      = "AWS/EC2 StatusCheckFailed_Instance InstanceId=i-0123456789abcdef0"
      cactus-gateway-latency     = "Cactus GatewayLatencyP95 InstanceId=i-0123456789abcdef0"
      cactus-memory              = "Cactus MemoryUsed InstanceId=i-0123456789abcdef0"
      cactus-silent              = "Cactus MemoryUsed InstanceId=i-0123456789abcdef0"
      cactus-disk                = "Cactus DiskUsed InstanceId=i-0123456789abcdef0"
      cactus-guard-stop-errors   = "AWS/Lambda Errors FunctionName=cactus-budget-guard-stop"
      cactus-guard-resize-errors = "AWS/Lambda Errors FunctionName=cactus-budget-guard-resize"
      cactus-guard-resume-errors = "AWS/Lambda Errors FunctionName=cactus-budget-guard-resume"
      cactus-guard-stop-failed   = "Cactus/BudgetGuard Failures Action=stop"
      cactus-guard-resize-failed = "Cactus/BudgetGuard Failures Action=resize"
      cactus-guard-resume-failed = "Cactus/BudgetGuard Failures Action=resume"
      cactus-guard-undelivered   = "AWS/SQS ApproximateNumberOfMessagesVisible QueueName=cactus-budget-guard-failures"
      cactus-guard-not-tested    = "Cactus/BudgetGuard SelfTests Action=stop"
    }
    error_message = "An alarm watches another metric, or is missing."
  }

  assert {
    condition     = alltrue([for alarm in values(output.alarms) : contains(alarm.actions, var.topic_arn)])
    error_message = "Nobody hears an alarm."
  }

  assert {
    condition     = output.alarms.cactus-cpu.threshold == 80 && output.alarms.cactus-cpu.periods == 2
    error_message = "CPU rings elsewhere than above 80 % twice."
  }

  assert {
    condition     = output.alarms.cactus-gateway-latency.threshold == 2000 && output.alarms.cactus-gateway-latency.periods == 2
    error_message = "Latency rings elsewhere than above 2,000 ms twice."
  }

  assert {
    condition = (contains(aws_cloudwatch_metric_alarm.system.alarm_actions, "arn:aws:automate:us-east-1:ec2:recover")
    && contains(aws_cloudwatch_metric_alarm.instance.alarm_actions, "arn:aws:automate:us-east-1:ec2:reboot"))
    error_message = "A failed host or a hung box is not recovered."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.silent.treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.self_test.treat_missing_data == "breaching"
    error_message = "When nothing comes, nobody hears it."
  }

  # The self-test is weekly, and seven days are the most that CloudWatch takes.
  assert {
    condition     = aws_cloudwatch_metric_alarm.self_test.period * aws_cloudwatch_metric_alarm.self_test.evaluation_periods == 7 * 24 * 3600
    error_message = "The alarm on the self-test looks back another time than a week."
  }

  assert {
    condition = toset([for alarm in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[0].properties.alarms : alarm]) == toset(
      ["arn:aws:cloudwatch:us-east-1:123456789012:alarm:mocked"]
    ) && length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[0].properties.alarms) == length(output.alarms)
    error_message = "The dashboard leaves an alarm out."
  }

  assert {
    condition = alltrue([for alarm in values(output.alarms) : strcontains(file("../deploy/publish-metrics"), "datum ${alarm.metric} ")
    if alarm.namespace == "Cactus"]) && strcontains(file("../deploy/publish-metrics"), "Namespace=Cactus")
    error_message = "An alarm watches a metric that deploy/publish-metrics does not publish."
  }

  assert {
    condition = alltrue([for word in concat(["Cactus/BudgetGuard", "Action"], [for alarm in values(output.alarms) : alarm.metric if alarm.namespace == "Cactus/BudgetGuard"]) :
      anytrue([for source in fileset("../budget-guard-lambda/src/main/java", "**/*.java") :
    strcontains(file("../budget-guard-lambda/src/main/java/${source}"), "\"${word}\"")])])
    error_message = "An alarm watches a metric that the guard does not write."
  }
}
