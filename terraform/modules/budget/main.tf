# AWS Budgets → topic → stop. What Budgets says costs nothing; the instance stops before the month's money is gone.

data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
data "aws_partition" "current" {}

locals {
  account    = data.aws_caller_identity.current.account_id
  region     = data.aws_region.current.region
  partition  = data.aws_partition.current.partition
  name       = "${var.project}-monthly"
  budget_arn = "arn:${local.partition}:budgets::${local.account}:budget/${local.name}"
}

resource "aws_budgets_budget" "monthly" {
  name         = local.name
  budget_type  = "COST"
  limit_amount = tostring(var.limit_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  dynamic "cost_filter" {
    for_each = var.cost_allocation_tags ? [1] : []
    content {
      name   = "TagKeyValue"
      values = [join("$", ["user:Project", var.project])]
    }
  }

  # A budget has at most ten notifications, and each fires once a period.
  dynamic "notification" {
    for_each = [50, 80]
    content {
      comparison_operator        = "GREATER_THAN"
      notification_type          = "ACTUAL"
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      subscriber_email_addresses = var.emails
    }
  }

  # Stops.
  notification {
    comparison_operator       = "GREATER_THAN"
    notification_type         = "ACTUAL"
    threshold                 = var.stop_share * 100
    threshold_type            = "PERCENTAGE"
    subscriber_sns_topic_arns = [aws_sns_topic.alerts.arn]
  }

  # Warns only: the guard reports a forecast and stops nothing.
  notification {
    comparison_operator       = "GREATER_THAN"
    notification_type         = "FORECASTED"
    threshold                 = 100
    threshold_type            = "PERCENTAGE"
    subscriber_sns_topic_arns = [aws_sns_topic.alerts.arn]
  }

  # AWS tries the topic when the notification is made.
  depends_on = [aws_sns_topic_policy.alerts]
}

module "stop" {
  source = "../function"

  action      = "stop"
  description = "Stops the instances of ${var.project} when its budget is nearly spent"
  guard       = local.guard

  environment = {
    ALERT_TOPIC_ARN  = aws_sns_topic.alerts.arn
    VERIFY_SIGNATURE = "true"
  }

  describes = ["ec2:DescribeInstances"]
  acts      = ["ec2:StopInstances"]

  statements = [
    {
      Sid      = "SayWhatWasStopped"
      Effect   = "Allow"
      Action   = "ec2:CreateTags"
      Resource = "arn:${local.partition}:ec2:${local.region}:${local.account}:instance/*"
      Condition = {
        StringEquals = {
          "aws:ResourceTag/Project"             = var.project
          "aws:ResourceTag/cactus:budget-guard" = "stop"
        }
        "ForAllValues:StringEquals" = { "aws:TagKeys" = ["cactus:stopped-period", "cactus:stopped-reason"] }
      }
    },
    {
      Sid      = "ReadLedgerInSelfTest"
      Effect   = "Allow"
      Action   = "dynamodb:GetItem"
      Resource = aws_dynamodb_table.ledger.arn
    },
  ]
}

# Both are needed: without the subscription nothing is sent, without the permission nothing arrives.
resource "aws_sns_topic_subscription" "stop" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "lambda"
  endpoint  = module.stop.arn

  depends_on = [aws_lambda_permission.alerts]
}

resource "aws_lambda_permission" "alerts" {
  statement_id   = "alerts-topic"
  action         = "lambda:InvokeFunction"
  function_name  = module.stop.name
  principal      = "sns.amazonaws.com"
  source_arn     = aws_sns_topic.alerts.arn
  source_account = local.account
}
