# The dev example as a whole, the cheapest that runs: `terraform/render` applies it with examples/dev.tfvars.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  function_zip = "main.tf" # any file does: nothing is uploaded
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
