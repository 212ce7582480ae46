# From AWS Budgets to the function that stops: each link names the next. In the system before, three were missing.

mock_provider "aws" {
  source = "./tests/aws"
}

override_resource {
  target = aws_sns_topic.alerts
  values = { arn = "arn:aws:sns:us-east-1:123456789012:cactus-budget-alerts" }
}

override_resource {
  target = aws_sns_topic.report
  values = { arn = "arn:aws:sns:us-east-1:123456789012:cactus-report" }
}

variables {
  project              = "cactus"
  limit_usd            = 75
  stop_share           = 0.95
  emails               = ["ops@example.com", "owner@example.com"]
  cost_allocation_tags = true
  encrypt_topics       = false
  native_action        = false
  instance_id          = "i-0123456789abcdef0"

  functions = {
    zip                 = "main.tf" # any file does: nothing is uploaded
    dry_run             = false
    max_instances       = 1
    log_retention_days  = 30
    reserve_concurrency = true
    tracing             = false
  }
}

run "the_alert_reaches_the_function_and_people_hear" {
  module {
    source = "./modules/budget"
  }

  assert {
    condition = one([for n in aws_budgets_budget.monthly.notification : n
    if n.notification_type == "ACTUAL" && n.threshold == 95]).subscriber_sns_topic_arns == toset([aws_sns_topic.alerts.arn])
    error_message = "95 % of the budget is not told to the topic."
  }

  assert {
    condition = alltrue([for s in jsondecode(aws_sns_topic_policy.alerts.policy).Statement :
      s.Effect == "Allow" && s.Action == "sns:Publish" && s.Resource == aws_sns_topic.alerts.arn
      && s.Principal == { Service = "budgets.amazonaws.com" }
    && try(s.Condition.StringEquals == { "aws:SourceAccount" = "123456789012" }, false)])
    error_message = "The topic lets AWS Budgets of this account in, and nobody else."
  }

  assert {
    condition     = aws_sns_topic_policy.alerts.arn == aws_sns_topic.alerts.arn
    error_message = "The policy is another topic's."
  }

  assert {
    condition = (aws_sns_topic_subscription.stop.topic_arn == aws_sns_topic.alerts.arn
      && aws_sns_topic_subscription.stop.protocol == "lambda"
    && aws_sns_topic_subscription.stop.endpoint == module.stop.arn)
    error_message = "The function is not subscribed to the topic."
  }

  assert {
    condition = (aws_lambda_permission.alerts.function_name == module.stop.name
      && aws_lambda_permission.alerts.action == "lambda:InvokeFunction"
      && aws_lambda_permission.alerts.principal == "sns.amazonaws.com"
    && aws_lambda_permission.alerts.source_arn == aws_sns_topic.alerts.arn)
    error_message = "The topic may not invoke the function."
  }

  assert {
    condition     = module.stop.arn == "arn:aws:lambda:us-east-1:123456789012:function:${module.stop.name}"
    error_message = "The composed ARN is not that of the function."
  }

  assert {
    condition     = module.stop.environment.CACTUS_BUDGET_GUARD_ALERT_TOPIC_ARN == aws_sns_topic.alerts.arn
    error_message = "The function waits for another topic's messages."
  }

  assert {
    condition = (module.stop.environment.CACTUS_BUDGET_GUARD_BUDGET == aws_budgets_budget.monthly.name
      && module.stop.environment.CACTUS_BUDGET_GUARD_SHARE == "0.95"
      && module.stop.environment.CACTUS_BUDGET_GUARD_ACCOUNT == "123456789012"
      && module.stop.environment.CACTUS_BUDGET_GUARD_TABLE == aws_dynamodb_table.ledger.name
    && module.stop.environment.QUARKUS_LAMBDA_HANDLER == "stop")
    error_message = "The function is told another budget, share, account, ledger or handler."
  }

  assert {
    condition = (aws_budgets_budget.monthly.limit_amount == "75" && aws_budgets_budget.monthly.limit_unit == "USD"
    && aws_budgets_budget.monthly.time_unit == "MONTHLY" && aws_budgets_budget.monthly.budget_type == "COST")
    error_message = "The budget is another one."
  }

  assert {
    condition     = one(aws_budgets_budget.monthly.cost_filter).values == tolist(["user:Project$cactus"])
    error_message = "The budget counts other projects too."
  }

  assert {
    condition = alltrue([for percent in [50, 80] : one([for n in aws_budgets_budget.monthly.notification : n
    if n.notification_type == "ACTUAL" && n.threshold == percent]).subscriber_email_addresses == toset(var.emails)])
    error_message = "50 and 80 % are not told by mail."
  }

  assert {
    condition = one([for n in aws_budgets_budget.monthly.notification : n
    if n.notification_type == "FORECASTED" && n.threshold == 100]).subscriber_sns_topic_arns == toset([aws_sns_topic.alerts.arn])
    error_message = "A forecast above the budget is not told to the guard."
  }

  assert {
    condition = (toset([for s in values(aws_sns_topic_subscription.people) : s.endpoint]) == toset(var.emails)
    && alltrue([for s in values(aws_sns_topic_subscription.people) : s.topic_arn == aws_sns_topic.report.arn && s.protocol == "email"]))
    error_message = "Somebody of emails does not hear the report topic."
  }

  assert {
    condition     = one(jsondecode(aws_sns_topic_policy.report.policy).Statement).Principal == { Service = "cloudwatch.amazonaws.com" }
    error_message = "Alarms may not publish."
  }

  assert {
    condition     = module.stop.environment.CACTUS_BUDGET_GUARD_REPORT_TOPIC_ARN == aws_sns_topic.report.arn
    error_message = "The guard reports elsewhere."
  }

  assert {
    condition     = aws_dynamodb_table.ledger.hash_key == "id" && one(aws_dynamodb_table.ledger.ttl).attribute_name == "expires_at"
    error_message = "The ledger has not the keys that the guard writes."
  }

  assert {
    condition = (module.stop.settings.reserved == 1 && module.stop.settings.dead_letter_queue == aws_sqs_queue.failures.arn
      && module.stop.settings.architecture == "arm64" && module.stop.settings.runtime == "provided.al2023"
    && module.stop.settings.log_days == 30)
    error_message = "Concurrency, dead-letter queue, architecture, runtime or retention of the function is another."
  }

  assert {
    condition     = aws_sqs_queue.failures.sqs_managed_sse_enabled && aws_sqs_queue.failures.message_retention_seconds == 1209600
    error_message = "The queue is not encrypted or forgets before somebody looks."
  }
}

run "encrypted_topics_let_budgets_and_alarms_in" {
  module {
    source = "./modules/budget"
  }

  variables {
    encrypt_topics = true
  }

  assert {
    condition = (aws_sns_topic.alerts.kms_master_key_id == aws_kms_key.topics[0].arn
    && aws_sns_topic.report.kms_master_key_id == aws_kms_key.topics[0].arn && aws_kms_key.topics[0].enable_key_rotation)
    error_message = "A topic is not encrypted with the key."
  }

  assert {
    condition = one([for s in jsondecode(aws_kms_key.topics[0].policy).Statement : s if can(s.Principal.Service)]) == {
      Sid       = "BudgetsAndAlarmsPublish"
      Effect    = "Allow"
      Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
      Principal = { Service = ["budgets.amazonaws.com", "cloudwatch.amazonaws.com"] }
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
    }
    error_message = "Budgets and alarms of this account cannot use the topics' key, or others can."
  }

  assert {
    condition     = one([for s in jsondecode(module.stop.policy).Statement : s if s.Sid == "KeyOfTopics"]).Resource == aws_kms_key.topics[0].arn
    error_message = "The guard cannot publish to its encrypted topic."
  }
}

run "the_native_action_stops_this_instance_only" {
  module {
    source = "./modules/budget"
  }

  variables {
    native_action = true
  }

  assert {
    condition = (one(one(aws_budgets_budget_action.stop[0].definition).ssm_action_definition).instance_ids == toset(["i-0123456789abcdef0"])
      && one(aws_budgets_budget_action.stop[0].action_threshold).action_threshold_value == 100
    && aws_budgets_budget_action.stop[0].approval_model == "AUTOMATIC")
    error_message = "The action stops something else, or at another threshold."
  }

  assert {
    condition = one([for s in jsondecode(aws_iam_role_policy.native[0].policy).Statement : s
    if s.Action == "ec2:StopInstances"]).Resource == "arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0"
    error_message = "AWS Budgets may stop other instances."
  }

  assert {
    condition     = one(jsondecode(aws_iam_role.native[0].assume_role_policy).Statement).Principal == { Service = "budgets.amazonaws.com" }
    error_message = "AWS Budgets may not assume its role."
  }
}
