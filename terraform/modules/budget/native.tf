# Second line of defence: AWS Budgets stops this one instance by itself, without our code, at 100 %.

resource "aws_budgets_budget_action" "stop" {
  count = var.native_action ? 1 : 0

  budget_name        = aws_budgets_budget.monthly.name
  action_type        = "RUN_SSM_DOCUMENTS"
  approval_model     = "AUTOMATIC"
  notification_type  = "ACTUAL"
  execution_role_arn = aws_iam_role.native[0].arn

  action_threshold {
    action_threshold_type  = "PERCENTAGE"
    action_threshold_value = 100
  }

  definition {
    ssm_action_definition {
      action_sub_type = "STOP_EC2_INSTANCES"
      instance_ids    = [var.instance_id]
      region          = local.region
    }
  }

  dynamic "subscriber" {
    for_each = var.emails
    content {
      address           = subscriber.value
      subscription_type = "EMAIL"
    }
  }
}

resource "aws_iam_role" "native" {
  count = var.native_action ? 1 : 0

  name        = "${var.project}-budget-native-stop"
  description = "AWS Budgets stops ${var.instance_id} with it"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "budgets.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = local.account }
        ArnLike      = { "aws:SourceArn" = "${local.budget_arn}*" }
      }
    }]
  })
}

resource "aws_iam_role_policy" "native" {
  count = var.native_action ? 1 : 0

  name = "stop-one-instance"
  role = aws_iam_role.native[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Look"
        Effect   = "Allow"
        Action   = "ec2:DescribeInstanceStatus"
        Resource = "*"
      },
      {
        Sid      = "StopIt"
        Effect   = "Allow"
        Action   = "ec2:StopInstances"
        Resource = "arn:${local.partition}:ec2:${local.region}:${local.account}:instance/${var.instance_id}"
      },
      {
        Sid    = "ByAutomation"
        Effect = "Allow"
        Action = "ssm:StartAutomationExecution"
        Resource = [
          "arn:${local.partition}:ssm:${local.region}::automation-definition/AWS-StopEC2Instance:*",
          "arn:${local.partition}:ssm:${local.region}::document/AWS-StopEC2Instance",
        ]
      },
    ]
  })
}
