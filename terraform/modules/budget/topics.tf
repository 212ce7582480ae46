# `alerts`: what AWS Budgets says, for the guard. `report`: what the guard did and what alarms, for people.

resource "aws_sns_topic" "alerts" {
  #checkov:skip=CKV_AWS_26:AWS' own key for topics does not let Budgets in; `encrypt_topics` makes one that does, for 1 USD a month.
  name              = "${var.project}-budget-alerts"
  kms_master_key_id = one(aws_kms_key.topics[*].arn)
  signature_version = 2 # SHA256, which the guard verifies
}

resource "aws_sns_topic" "report" {
  #checkov:skip=CKV_AWS_26:AWS' own key for topics does not let CloudWatch in; `encrypt_topics` makes one that does, for 1 USD a month.
  name              = "${var.project}-report"
  kms_master_key_id = one(aws_kms_key.topics[*].arn)
}

resource "aws_sns_topic_policy" "alerts" {
  arn = aws_sns_topic.alerts.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "BudgetsOfThisAccount"
      Effect    = "Allow"
      Action    = "sns:Publish"
      Principal = { Service = "budgets.amazonaws.com" }
      Resource  = aws_sns_topic.alerts.arn
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account }
        ArnLike      = { "aws:SourceArn" = "arn:${local.partition}:budgets::${local.account}:*" }
      }
    }]
  })
}

resource "aws_sns_topic_policy" "report" {
  arn = aws_sns_topic.report.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AlarmsOfThisAccount"
      Effect    = "Allow"
      Action    = "sns:Publish"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Resource  = aws_sns_topic.report.arn
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account }
        ArnLike      = { "aws:SourceArn" = "arn:${local.partition}:cloudwatch:${local.region}:${local.account}:alarm:*" }
      }
    }]
  })
}

resource "aws_sns_topic_subscription" "people" {
  for_each = toset(var.emails)

  topic_arn = aws_sns_topic.report.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_kms_key" "topics" {
  count = var.encrypt_topics ? 1 : 0

  description             = "Topics of ${var.project}: budget alerts and reports"
  enable_key_rotation     = true
  deletion_window_in_days = 7

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "ThisAccountAdministers"
        Effect    = "Allow"
        Action    = "kms:*"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account}:root" }
        Resource  = "*"
      },
      {
        Sid       = "BudgetsAndAlarmsPublish"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Principal = { Service = ["budgets.amazonaws.com", "cloudwatch.amazonaws.com"] }
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
    ]
  })
}

resource "aws_kms_alias" "topics" {
  count = var.encrypt_topics ? 1 : 0

  name          = "alias/${var.project}-topics"
  target_key_id = aws_kms_key.topics[0].key_id
}
