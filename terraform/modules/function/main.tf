# One function of the guard: the code, a role that may do its action and nothing else, and its log.

locals {
  name = "${var.guard.project}-budget-guard-${var.action}"
  # Composed, not read from the function: the role's policy is there before the function is.
  arn = "arn:${var.guard.partition}:lambda:${var.guard.region}:${var.guard.account}:function:${local.name}"

  webhook = var.guard.webhook_url == null ? {} : {
    WEBHOOK_URL              = var.guard.webhook_url
    WEBHOOK_SECRET_PARAMETER = var.guard.webhook_secret_parameter
  }

  settings = merge(
    {
      ACCOUNT          = var.guard.account
      BUDGET           = var.guard.budget
      SHARE            = tostring(var.guard.share)
      PROJECT          = var.guard.project
      TABLE            = var.guard.table.name
      REPORT_TOPIC_ARN = var.guard.report_topic_arn
      DRY_RUN          = tostring(var.guard.dry_run)
      MAX_INSTANCES    = tostring(var.guard.max_instances)
    },
    local.webhook,
    var.environment,
  )
}

resource "aws_lambda_function" "this" {
  #checkov:skip=CKV_AWS_117:In no VPC on purpose: it calls AWS and the suite's public address, and a NAT gateway would cost half the budget.
  #checkov:skip=CKV_AWS_272:The zip comes from our own release bucket or build and is pinned by its hash; a signing profile would be one more thing to renew.
  #checkov:skip=CKV_AWS_173:The environment holds names and thresholds, no secret; AWS encrypts it with its own key.
  #checkov:skip=CKV_AWS_50:Tracing is the variable `tracing`; off by default, because it is billed.
  function_name = local.name
  description   = var.description
  role          = aws_iam_role.this.arn

  filename         = var.guard.function_zip
  source_code_hash = filebase64sha256(var.guard.function_zip)
  runtime          = "provided.al2023"
  architectures    = ["arm64"]
  handler          = "bootstrap"

  # Stopping takes an instance up to two minutes; what takes longer is handed to the next invocation.
  timeout     = 300
  memory_size = 256

  # One at a time: two alerts at once wait for each other instead of racing.
  reserved_concurrent_executions = var.guard.reserve_concurrency ? 1 : -1

  environment {
    variables = merge(
      { for name, value in local.settings : "CACTUS_BUDGET_GUARD_${name}" => value },
      {
        QUARKUS_LAMBDA_HANDLER  = var.action
        DISABLE_SIGNAL_HANDLERS = "true" # Lambda ends native programs its own way
      },
    )
  }

  dead_letter_config {
    target_arn = var.guard.failures_queue_arn
  }

  tracing_config {
    mode = var.guard.tracing ? "Active" : "PassThrough"
  }

  logging_config {
    log_format = "Text" # the guard writes its own JSON lines
    log_group  = aws_cloudwatch_log_group.this.name
  }

  # Without its permissions the first invocation would fail, and nobody would look before the budget is over.
  depends_on = [aws_iam_role_policy.this]
}

resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:The log names instances and amounts, no secret and no client; AWS encrypts it with its own key, a key of ours costs 1 USD a month.
  #checkov:skip=CKV_AWS_338:Who stopped what is also in the ledger and in the mails; the days are the variable `log_retention_days`.
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.guard.log_retention_days
}
