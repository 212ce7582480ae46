# EventBridge Scheduler → resize, resume, and a monthly self-test of stop.

locals {
  instances = "arn:${var.guard.partition}:ec2:${var.guard.region}:${var.guard.account}:instance/*"
  tagged = {
    "aws:ResourceTag/Project"             = var.guard.project
    "aws:ResourceTag/cactus:budget-guard" = "stop"
  }

  # Who starts an instance lends EC2 the key of its volumes.
  volume_key = var.volume_key_arn == null ? [] : [{
    Sid      = "LendVolumeKey"
    Effect   = "Allow"
    Action   = "kms:CreateGrant"
    Resource = var.volume_key_arn
    Condition = {
      Bool         = { "kms:GrantIsForAWSResource" = "true" }
      StringEquals = { "kms:ViaService" = "ec2.${var.guard.region}.amazonaws.com" }
    }
  }]

  schedules = {
    resize    = { expression = var.resize, function = module.resize, action = "resize" }
    resume    = { expression = var.resume, function = module.resume, action = "resume" }
    self-test = { expression = var.self_test, function = var.stop, action = "self-test" }
  }

  functions = {
    stop   = var.stop
    resize = module.resize
    resume = module.resume
  }
}

module "resize" {
  source = "../function"

  action      = "resize"
  description = "Changes the instance type of ${var.guard.project} to one that costs less"
  guard       = var.guard
  environment = { INSTANCE_TYPES = join(",", var.instance_types) }

  describes = ["ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeInstanceTypes"]
  acts      = ["ec2:StartInstances", "ec2:StopInstances"]

  statements = concat(
    [{
      Sid      = "ChangeToTheseTypesOnly"
      Effect   = "Allow"
      Action   = "ec2:ModifyInstanceAttribute"
      Resource = local.instances
      Condition = {
        # Of all attributes the type, and of all types those we named: no function can make the box a dear one.
        StringEquals = merge(local.tagged, { "ec2:Attribute/InstanceType" = var.instance_types })
      }
    }],
    local.volume_key,
  )
}

module "resume" {
  source = "../function"

  action      = "resume"
  description = "Starts what stop stopped in ${var.guard.project}, once a new budget period began"
  guard       = var.guard

  describes = ["ec2:DescribeInstances"]
  acts      = ["ec2:StartInstances"]

  statements = concat(
    [
      {
        Sid      = "ForgetWhyItWasStopped"
        Effect   = "Allow"
        Action   = "ec2:DeleteTags"
        Resource = local.instances
        Condition = {
          StringEquals                = local.tagged
          "ForAllValues:StringEquals" = { "aws:TagKeys" = ["cactus:stopped-period", "cactus:stopped-reason"] }
        }
      },
      {
        Sid      = "ReadBudget"
        Effect   = "Allow"
        Action   = "budgets:ViewBudget"
        Resource = var.budget_arn
      },
    ],
    local.volume_key,
  )
}

resource "aws_scheduler_schedule_group" "this" {
  name = "${var.guard.project}-budget-guard"
}

resource "aws_scheduler_schedule" "this" {
  #checkov:skip=CKV_AWS_297:A schedule says when and which action, no secret; AWS' own key costs nothing.
  for_each = { for name, schedule in local.schedules : name => schedule if schedule.expression != null }

  name                         = each.key
  group_name                   = aws_scheduler_schedule_group.this.name
  schedule_expression          = each.value.expression
  schedule_expression_timezone = var.time_zone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = each.value.function.arn
    role_arn = aws_iam_role.scheduler[each.key == "self-test" ? "stop" : each.key].arn
    input    = jsonencode({ action = each.value.action })

    retry_policy {
      maximum_event_age_in_seconds = 6 * 3600
      maximum_retry_attempts       = 20
    }

    dead_letter_config {
      arn = var.guard.failures_queue_arn
    }
  }

  depends_on = [aws_iam_role_policy.scheduler]
}

# One role for each function: who may start the one cannot start another.
resource "aws_iam_role" "scheduler" {
  for_each = local.functions

  name        = "${var.guard.project}-schedule-${each.key}"
  description = "EventBridge Scheduler invokes ${each.value.name} with it"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = var.guard.account
          "aws:SourceArn"     = aws_scheduler_schedule_group.this.arn
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  for_each = local.functions

  name = "invoke-one-function"
  role = aws_iam_role.scheduler[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Invoke"
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = each.value.arn
      },
      {
        Sid      = "KeepFailures"
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = var.guard.failures_queue_arn
      },
    ]
  })
}
