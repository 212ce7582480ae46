# What the box itself may do.

locals {
  parameter_arn = "arn:${var.partition}:ssm:${var.region}:${var.account}:parameter"

  certificate_statement = var.certificate == null ? [] : [{
    Sid      = "FetchCertificate"
    Effect   = "Allow"
    Action   = "acm:ExportCertificate"
    Resource = var.certificate.arn
  }]
}

resource "aws_iam_role" "box" {
  name        = "${var.project}-box"
  description = "The box of ${var.project}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_instance_profile" "box" {
  name = "${var.project}-box"
  role = aws_iam_role.box.name
}

resource "aws_iam_role_policy" "box" {
  #checkov:skip=CKV_AWS_355:Session Manager's channels and CloudWatch's metrics know no resources; the metrics are tied to our namespace.
  #checkov:skip=CKV_AWS_290:The same statements.
  name = "what-the-box-does"
  role = aws_iam_role.box.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([
      {
        Sid      = "FetchRelease"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "arn:${var.partition}:s3:::${var.releases_bucket}/*"
      },
      {
        Sid      = "KeepBackups" # and fetch one back; deleting is not for the box
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "arn:${var.partition}:s3:::${var.backups_bucket}/*"
      },
      {
        Sid      = "FindBackups"
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = "arn:${var.partition}:s3:::${var.backups_bucket}"
      },
      {
        Sid      = "ReadParameters"
        Effect   = "Allow"
        Action   = "ssm:GetParameter"
        Resource = [for name in compact([local.release_parameter, local.secrets_parameter, var.origin_secret_parameter]) : "${local.parameter_arn}${name}"]
      },
      {
        Sid       = "KeepSecretsOnce"
        Effect    = "Allow"
        Action    = "ssm:PutParameter"
        Resource  = [for name in compact([local.secrets_parameter, var.hook_secret_parameter]) : "${local.parameter_arn}${name}"]
        Condition = { StringEquals = { "ssm:Overwrite" = "false" } }
      },
      {
        Sid       = "PublishMetrics"
        Effect    = "Allow"
        Action    = "cloudwatch:PutMetricData"
        Resource  = "*"
        Condition = { StringEquals = { "cloudwatch:namespace" = "Cactus" } }
      },
      {
        Sid    = "SessionManager"
        Effect = "Allow"
        Action = [
          "ssm:UpdateInstanceInformation",
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ]
        Resource = "*"
      },
    ], local.certificate_statement)
  })
}
