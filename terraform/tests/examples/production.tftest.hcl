# The production example as a whole: `terraform/render` applies it with examples/production.tfvars and reads what came of it.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  function_zip = "main.tf" # any file does: nothing is uploaded
}

override_resource {
  target = module.budget.aws_sns_topic.alerts
  values = { arn = "arn:aws:sns:us-east-1:123456789012:cactus-budget-alerts" }
}

override_resource {
  target = module.budget.aws_sns_topic.report
  values = { arn = "arn:aws:sns:us-east-1:123456789012:cactus-report" }
}

override_resource {
  target = module.budget.aws_dynamodb_table.ledger
  values = { arn = "arn:aws:dynamodb:us-east-1:123456789012:table/cactus-budget-guard" }
}

override_resource {
  target = module.budget.aws_sqs_queue.failures
  values = { arn = "arn:aws:sqs:us-east-1:123456789012:cactus-budget-guard-failures" }
}

override_resource {
  target = module.budget.aws_kms_key.topics
  values = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555" }
}

run "it_answers_at_its_name" {
  command = apply

  assert {
    condition     = output.url == "https://cactus.example.com"
    error_message = "It answers elsewhere."
  }

  assert {
    condition     = output.session_command == "aws ssm start-session --region us-east-1 --target i-0123456789abcdef0"
    error_message = "The command for a shell is another."
  }
}
