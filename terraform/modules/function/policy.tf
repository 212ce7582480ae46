# What the function may do. Describe stands apart: AWS refuses it when it is tied to a resource or to a tag.

locals {
  describe = [{
    Sid      = "Look"
    Effect   = "Allow"
    Action   = sort(var.describes)
    Resource = "*"
  }]

  act = [{
    Sid       = "ActOnTagged"
    Effect    = "Allow"
    Action    = sort(var.acts)
    Resource  = local.instances
    Condition = { StringEquals = local.tagged }
  }]

  instances = "arn:${var.guard.partition}:ec2:${var.guard.region}:${var.guard.account}:instance/*"
  tagged = {
    "aws:ResourceTag/Project"             = var.guard.project
    "aws:ResourceTag/cactus:budget-guard" = "stop"
  }

  remember_and_tell = [
    {
      Sid      = "Remember"
      Effect   = "Allow"
      Action   = "dynamodb:UpdateItem"
      Resource = var.guard.table.arn
    },
    {
      Sid      = "Report"
      Effect   = "Allow"
      Action   = "sns:Publish"
      Resource = var.guard.report_topic_arn
    },
    {
      Sid      = "Continue"
      Effect   = "Allow"
      Action   = "lambda:InvokeFunction"
      Resource = local.arn
    },
  ]

  sign = var.guard.webhook_url == null ? [] : [{
    Sid      = "Sign"
    Effect   = "Allow"
    Action   = "ssm:GetParameter"
    Resource = "arn:${var.guard.partition}:ssm:${var.guard.region}:${var.guard.account}:parameter${var.guard.webhook_secret_parameter}"
  }]

  keys = concat(
    var.guard.topic_key_arn == null ? [] : [{
      Sid       = "KeyOfTopics"
      Effect    = "Allow"
      Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource  = var.guard.topic_key_arn
      Condition = { StringEquals = { "kms:ViaService" = "sns.${var.guard.region}.amazonaws.com" } }
    }],
  )

  # What Lambda does in the function's name.
  platform = concat(
    [
      {
        Sid      = "Log"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:${var.guard.partition}:logs:${var.guard.region}:${var.guard.account}:log-group:/aws/lambda/${local.name}:*"
      },
      {
        Sid      = "KeepFailures"
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = var.guard.failures_queue_arn
      },
    ],
    var.guard.tracing ? [{
      Sid      = "Trace"
      Effect   = "Allow"
      Action   = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
      Resource = "*" # X-Ray knows no resources
    }] : [],
  )

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.describe, local.act, var.statements, local.remember_and_tell, local.sign, local.keys, local.platform)
  })
}

resource "aws_iam_role" "this" {
  name        = local.name
  description = "Runs ${local.name}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  name   = "only-its-action"
  role   = aws_iam_role.this.id
  policy = local.policy
}
