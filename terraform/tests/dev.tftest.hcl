# The dev example as a whole: the cheapest that runs.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  environment            = "dev"
  project                = "cactus-dev"
  emails                 = ["dev@example.com"]
  budget_usd             = 20
  data_volume_gib        = 10
  termination_protection = false
  dry_run                = true
  function_zip           = "main.tf"
}

run "it_answers_at_its_address_and_only_says_what_it_would_do" {
  assert {
    condition     = output.url == "https://203.0.113.7"
    error_message = "It answers elsewhere."
  }

  assert {
    condition     = output.name_servers == [] && output.release_role_arn == null
    error_message = "It has a name or a release role that nobody asked for."
  }
}
