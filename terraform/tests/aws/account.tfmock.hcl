# An AWS account that nobody is billed for. With it `terraform test` needs no credentials and makes nothing.

mock_data "aws_caller_identity" {
  defaults = { account_id = "123456789012" }
}

mock_data "aws_region" {
  defaults = { region = "us-east-1" }
}

mock_data "aws_partition" {
  defaults = { partition = "aws" }
}
