# What the three functions share: the ledger that makes them act once, and the queue for what failed.

locals {
  guard = {
    account                  = local.account
    region                   = local.region
    partition                = local.partition
    project                  = var.project
    budget                   = local.name
    share                    = var.stop_share
    table                    = { name = aws_dynamodb_table.ledger.name, arn = aws_dynamodb_table.ledger.arn }
    report_topic_arn         = aws_sns_topic.report.arn
    topic_key_arn            = one(aws_kms_key.topics[*].arn)
    failures_queue_arn       = aws_sqs_queue.failures.arn
    function_zip             = var.functions.zip
    dry_run                  = var.functions.dry_run
    max_instances            = var.functions.max_instances
    webhook_url              = var.functions.webhook_url
    webhook_secret_parameter = var.functions.webhook_secret
    log_retention_days       = var.functions.log_retention_days
    reserve_concurrency      = var.functions.reserve_concurrency
    tracing                  = var.functions.tracing
  }
}

resource "aws_dynamodb_table" "ledger" {
  #checkov:skip=CKV_AWS_119:It holds which alert was handled when, no secret; AWS' own key costs nothing.
  name         = "${var.project}-budget-guard"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  ttl {
    attribute_name = "expires_at"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }
}

# Lambda, SNS and the Scheduler put here what they could not deliver; the alarm on its depth is in module alarms.
resource "aws_sqs_queue" "failures" {
  name                      = "${var.project}-budget-guard-failures"
  message_retention_seconds = 14 * 24 * 3600
  sqs_managed_sse_enabled   = true
}
