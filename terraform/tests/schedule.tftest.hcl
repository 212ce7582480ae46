# The Scheduler may invoke what it is to invoke, tries again, and keeps what it gave up.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  guard = {
    account             = "123456789012"
    region              = "us-east-1"
    partition           = "aws"
    project             = "cactus"
    budget              = "cactus-monthly"
    share               = 0.95
    table               = { name = "cactus-budget-guard", arn = "arn:aws:dynamodb:us-east-1:123456789012:table/cactus-budget-guard" }
    report_topic_arn    = "arn:aws:sns:us-east-1:123456789012:cactus-report"
    failures_queue_arn  = "arn:aws:sqs:us-east-1:123456789012:cactus-budget-guard-failures"
    function_zip        = "main.tf"
    dry_run             = false
    max_instances       = 1
    log_retention_days  = 30
    reserve_concurrency = true
    tracing             = false
  }
  budget_arn     = "arn:aws:budgets::123456789012:budget/cactus-monthly"
  stop           = { name = "cactus-budget-guard-stop", arn = "arn:aws:lambda:us-east-1:123456789012:function:cactus-budget-guard-stop" }
  instance_types = ["t4g.micro", "t4g.small"]
  time_zone      = "America/Argentina/Buenos_Aires"
  resize         = "at(2026-01-01T00:15:00)"
  resume         = "cron(30 0 1 * ? *)"
  self_test      = "cron(0 12 ? * MON *)"
}

run "each_schedule_may_invoke_its_function_and_no_other" {
  module {
    source = "./modules/schedule"
  }

  assert {
    condition = { for name, s in aws_scheduler_schedule.this : name => [one(s.target).arn, one(s.target).input] } == {
      resize    = [module.resize.arn, "{\"action\":\"resize\"}"]
      resume    = [module.resume.arn, "{\"action\":\"resume\"}"]
      self-test = [var.stop.arn, "{\"action\":\"self-test\"}"]
    }
    error_message = "A schedule invokes another function, or says something else to it."
  }

  assert {
    condition = (aws_scheduler_schedule.this["resize"].schedule_expression == "at(2026-01-01T00:15:00)"
    && aws_scheduler_schedule.this["resize"].schedule_expression_timezone == "America/Argentina/Buenos_Aires")
    error_message = "The box is resized at another time."
  }

  assert {
    condition = alltrue([for s in values(aws_scheduler_schedule.this) :
      one(one(s.target).retry_policy).maximum_retry_attempts == 20
    && one(one(s.target).dead_letter_config).arn == "arn:aws:sqs:us-east-1:123456789012:cactus-budget-guard-failures"])
    error_message = "A schedule does not try again or loses what it gave up."
  }

  assert {
    condition     = module.resize.environment.CACTUS_BUDGET_GUARD_INSTANCE_TYPES == "t4g.micro,t4g.small"
    error_message = "resize is told other types."
  }

  assert {
    condition = { for name, policy in aws_iam_role_policy.scheduler :
      name => [for s in jsondecode(policy.policy).Statement : s.Resource if s.Action == "lambda:InvokeFunction"] } == {
      stop   = [var.stop.arn]
      resize = [module.resize.arn]
      resume = [module.resume.arn]
    }
    error_message = "A role may invoke another function than its own, or none."
  }

  assert {
    condition = alltrue([for policy in values(aws_iam_role_policy.scheduler) :
    toset([for s in jsondecode(policy.policy).Statement : s.Action]) == toset(["lambda:InvokeFunction", "sqs:SendMessage"])])
    error_message = "A role of the Scheduler may do something else."
  }

  assert {
    condition = alltrue([for role in values(aws_iam_role.scheduler) :
      one(jsondecode(role.assume_role_policy).Statement).Principal == { Service = "scheduler.amazonaws.com" }
    && one(jsondecode(role.assume_role_policy).Statement).Condition.StringEquals["aws:SourceAccount"] == "123456789012"])
    error_message = "The Scheduler may not assume a role, or other accounts' may."
  }

  assert {
    condition     = alltrue([for name, policy in aws_iam_role_policy.scheduler : policy.role == aws_iam_role.scheduler[name].id])
    error_message = "A policy hangs on another role."
  }
}

run "without_a_date_nothing_is_resized" {
  module {
    source = "./modules/schedule"
  }

  variables {
    resize = null
  }

  assert {
    condition     = toset(keys(aws_scheduler_schedule.this)) == toset(["resume", "self-test"])
    error_message = "The box is resized although nobody said when."
  }
}
