# What each function may do: these actions on these resources, and nothing else.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  project              = "cactus"
  limit_usd            = 75
  stop_share           = 0.95
  emails               = ["ops@example.com"]
  cost_allocation_tags = false
  encrypt_topics       = false
  native_action        = false
  instance_id          = "i-0123456789abcdef0"

  functions = {
    zip                 = "main.tf"
    dry_run             = false
    max_instances       = 1
    webhook_url         = "https://cactus.example.com/api/v1/hooks/budget"
    webhook_secret      = "/cactus/production/budget-hook-secret"
    log_retention_days  = 30
    reserve_concurrency = true
    tracing             = false
  }
}

run "budget" {
  module {
    source = "./modules/budget"
  }

  assert {
    condition = toset(flatten([for s in jsondecode(module.stop.policy).Statement : s.Action])) == toset([
      "ec2:DescribeInstances", "ec2:StopInstances", "ec2:CreateTags",
      "dynamodb:GetItem", "dynamodb:UpdateItem",
      "sns:Publish", "lambda:InvokeFunction", "ssm:GetParameter",
      "logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage",
    ])
    error_message = "stop may do more or less than its work."
  }
}

run "schedule" {
  module {
    source = "./modules/schedule"
  }

  variables {
    guard          = run.budget.guard
    budget_arn     = run.budget.arn
    stop           = run.budget.stop
    instance_types = ["t4g.micro", "t4g.small"]
    volume_key_arn = "arn:aws:kms:us-east-1:123456789012:key/volume"
    time_zone      = "UTC"
    resize         = "at(2027-01-01T00:15:00)"
    resume         = "cron(30 0 1 * ? *)"
    self_test      = "cron(0 12 ? * MON *)"
  }

  assert {
    condition = toset(flatten([for s in jsondecode(module.resize.policy).Statement : s.Action])) == toset([
      "ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeInstanceTypes",
      "ec2:StopInstances", "ec2:StartInstances", "ec2:ModifyInstanceAttribute", "kms:CreateGrant",
      "dynamodb:UpdateItem",
      "sns:Publish", "lambda:InvokeFunction", "ssm:GetParameter",
      "logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage",
    ])
    error_message = "resize may do more or less than its work."
  }

  assert {
    condition = toset(flatten([for s in jsondecode(module.resume.policy).Statement : s.Action])) == toset([
      "ec2:DescribeInstances", "ec2:StartInstances", "ec2:DeleteTags", "budgets:ViewBudget", "kms:CreateGrant",
      "dynamodb:UpdateItem",
      "sns:Publish", "lambda:InvokeFunction", "ssm:GetParameter",
      "logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage",
    ])
    error_message = "resume may do more or less than its work."
  }

  assert {
    condition = alltrue(flatten([for policy in [run.budget.stop.policy, module.resize.policy, module.resume.policy] :
      [for s in jsondecode(policy).Statement : s.Resource == "*" && !can(s.Condition)
    if anytrue([for action in flatten([s.Action]) : startswith(action, "ec2:Describe")])]]))
    error_message = "A Describe is tied to a resource or a condition: AWS would refuse it."
  }

  assert {
    condition = alltrue(flatten([for policy in [run.budget.stop.policy, module.resize.policy, module.resume.policy] :
      [for s in jsondecode(policy).Statement :
        s.Resource == "arn:aws:ec2:us-east-1:123456789012:instance/*"
        && try(s.Condition.StringEquals["aws:ResourceTag/Project"] == "cactus", false)
        && try(s.Condition.StringEquals["aws:ResourceTag/cactus:budget-guard"] == "stop", false)
    if anytrue([for action in flatten([s.Action]) : startswith(action, "ec2:") && !startswith(action, "ec2:Describe")])]]))
    error_message = "A function may act on instances without the project's tag and the opt-in tag."
  }

  assert {
    condition = alltrue(flatten([for policy in [run.budget.stop.policy, module.resize.policy, module.resume.policy] :
      [for s in jsondecode(policy).Statement : alltrue([for resource in flatten([s.Resource]) : resource != "*"])
    if !anytrue([for action in flatten([s.Action]) : startswith(action, "ec2:Describe")])]]))
    error_message = "Something else than Describe is allowed on everything."
  }

  assert {
    condition = alltrue(flatten([for policy in [run.budget.stop.policy, module.resize.policy, module.resume.policy] :
    [for s in jsondecode(policy).Statement : alltrue([for action in flatten([s.Action]) : !strcontains(action, "*")])]]))
    error_message = "An action has a wildcard."
  }

  assert {
    condition = try(one([for s in jsondecode(module.resize.policy).Statement : s
    if s.Action == "ec2:ModifyInstanceAttribute"]).Condition.StringEquals["ec2:Attribute/InstanceType"] == ["t4g.micro", "t4g.small"], false)
    error_message = "resize may make the box any type."
  }

  assert {
    condition = one([for s in jsondecode(module.resume.policy).Statement : s if s.Action == "kms:CreateGrant"]) == {
      Sid      = "LendVolumeKey"
      Effect   = "Allow"
      Action   = "kms:CreateGrant"
      Resource = "arn:aws:kms:us-east-1:123456789012:key/volume"
      Condition = {
        Bool         = { "kms:GrantIsForAWSResource" = "true" }
        StringEquals = { "kms:ViaService" = "ec2.us-east-1.amazonaws.com" }
      }
    }
    error_message = "An instance with an encrypted volume cannot be started."
  }

  assert {
    condition = (one([for s in jsondecode(module.resize.policy).Statement : s.Resource if s.Sid == "Continue"]) == module.resize.arn
      && one([for s in jsondecode(module.resume.policy).Statement : s.Resource if s.Sid == "Continue"]) == module.resume.arn
    && one([for s in jsondecode(run.budget.stop.policy).Statement : s.Resource if s.Sid == "Continue"]) == run.budget.stop.arn)
    error_message = "A function may invoke another than itself."
  }
}
