# Wrong values are refused before anything is planned, each with a sentence that says what to do.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  environment  = "dev"
  emails       = ["ops@example.com"]
  function_zip = "main.tf"
}

run "what_is_dear_or_open_or_unheard_is_refused" {
  command = plan

  variables {
    instance_type      = "m7g.large"
    budget_usd         = 750
    stop_share         = 95
    emails             = []
    ssh_cidr           = "0.0.0.0/0"
    ssh_key_name       = "ops"
    resize_at          = "2026-01-01 00:15"
    resize_to          = ["t4g.large"]
    edge               = "cloudfront"
    log_retention_days = 31
    function_zip       = "nowhere/function.zip"
    data_volume_gib    = 500
  }

  expect_failures = [
    var.instance_type, var.budget_usd, var.stop_share, var.emails, var.ssh_cidr, var.resize_at, var.resize_to, var.edge,
    var.log_retention_days, var.function_zip, var.data_volume_gib,
  ]
}

run "what_is_misspelt_is_refused" {
  command = plan

  variables {
    region            = "Virginia"
    project           = "Cactus!"
    environment       = "staging"
    emails            = ["ops"]
    ssh_cidr          = "203.0.113.7/32" # without a key
    domain            = "https://cactus.example.com"
    resize_at         = "cron(15 0 1 1 ?)" # five fields of six
    release           = "../other"
    github_repository = "cactus"
    volume_key_arn    = "alias/cactus"
  }

  expect_failures = [
    var.region, var.project, var.environment, var.emails, var.ssh_key_name, var.domain, var.resize_at, var.release,
    var.github_repository, var.volume_key_arn,
  ]
}
