# The box: closed, encrypted, cheap, and told what it needs.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  project                 = "cactus"
  environment             = "production"
  account                 = "123456789012"
  region                  = "us-east-1"
  partition               = "aws"
  instance_type           = "t4g.micro"
  subnet_id               = "subnet-0123456789abcdef0"
  zone                    = "us-east-1a"
  security_group_id       = "sg-0123456789abcdef0"
  data_volume_gib         = 20
  termination_protection  = true
  guarded                 = true
  releases_bucket         = "cactus-releases-123456789012"
  backups_bucket          = "cactus-backups-123456789012"
  release                 = "none"
  hook_secret_parameter   = "/cactus/production/budget-hook-secret"
  origin_secret_parameter = "/cactus/production/origin-secret"
  domain                  = "cactus.example.com"
  certificate             = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", region = "us-east-1" }
  admin_email             = "ops@example.com"
  behind_proxy            = true
}

run "it_is_closed_encrypted_cheap_and_told_what_it_needs" {
  module {
    source = "./modules/instance"
  }

  assert {
    condition     = one(aws_instance.box.metadata_options).http_tokens == "required" && one(aws_instance.box.metadata_options).http_put_response_hop_limit == 1
    error_message = "The metadata answers without a token, or containers reach it."
  }

  assert {
    condition     = one(aws_instance.box.root_block_device).encrypted && aws_ebs_volume.data.encrypted
    error_message = "A volume is not encrypted."
  }

  assert {
    condition = (one(aws_instance.box.root_block_device).volume_type == "gp3" && aws_ebs_volume.data.type == "gp3"
    && aws_ebs_volume.data.availability_zone == "us-east-1a" && aws_ebs_volume.data.final_snapshot)
    error_message = "A volume has another type or zone, or goes without a last snapshot."
  }

  assert {
    condition     = aws_instance.box.ipv6_address_count == 0 && aws_instance.box.associate_public_ip_address == false
    error_message = "The box has other addresses than its EIP."
  }

  assert {
    condition     = aws_eip_association.box.instance_id == aws_instance.box.id && aws_eip_association.box.allocation_id == aws_eip.box.allocation_id
    error_message = "The address is not the box's."
  }

  assert {
    condition     = aws_instance.box.disable_api_termination
    error_message = "Anybody may terminate the box."
  }

  assert {
    condition     = one(aws_instance.box.credit_specification).cpu_credits == "standard"
    error_message = "CPU credits are unlimited: a busy hour is billed extra."
  }

  assert {
    condition     = aws_instance.box.tags["cactus:budget-guard"] == "stop"
    error_message = "The guard does not see the box."
  }

  assert {
    condition = toset(flatten([for s in jsondecode(aws_iam_role_policy.box.policy).Statement : s.Action])) == toset([
      "s3:GetObject", "s3:PutObject", "s3:ListBucket", "ssm:GetParameter", "ssm:PutParameter", "cloudwatch:PutMetricData",
      "acm:ExportCertificate", "ssm:UpdateInstanceInformation", "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
    ])
    error_message = "The box may do more or less than its work."
  }

  assert {
    condition = [for s in jsondecode(aws_iam_role_policy.box.policy).Statement : s.Resource if s.Action == "ssm:GetParameter"] == [[
      "arn:aws:ssm:us-east-1:123456789012:parameter/cactus/production/release",
      "arn:aws:ssm:us-east-1:123456789012:parameter/cactus/production/secrets",
      "arn:aws:ssm:us-east-1:123456789012:parameter/cactus/production/origin-secret",
    ]]
    error_message = "The box reads other parameters."
  }

  assert {
    condition = one([for s in jsondecode(aws_iam_role_policy.box.policy).Statement : s.Condition
    if s.Action == "ssm:PutParameter"]) == { StringEquals = { "ssm:Overwrite" = "false" } }
    error_message = "The box may overwrite its secrets."
  }

  assert {
    condition = one([for s in jsondecode(aws_iam_role_policy.box.policy).Statement : s.Condition
    if s.Action == "cloudwatch:PutMetricData"]) == { StringEquals = { "cloudwatch:namespace" = "Cactus" } }
    error_message = "The box may publish metrics in the name of others."
  }

  assert {
    condition     = aws_instance.box.user_data_base64 == base64gzip(output.user_data) && length(aws_instance.box.user_data_base64) / 4 * 3 < 16384
    error_message = "EC2 takes at most 16 KiB of user data."
  }

  assert {
    condition     = strcontains(output.user_data, file("./modules/instance/box.sh"))
    error_message = "The box's script is not what it is told."
  }

  assert {
    condition = alltrue([for line in [
      "CACTUS_VOLUME=vol-0123456789abcdef0",
      "CACTUS_PUBLIC_HOST=cactus.example.com",
      "CACTUS_RELEASE_PARAMETER=/cactus/production/release",
      "CACTUS_HOOK_SECRET_PARAMETER=/cactus/production/budget-hook-secret",
      "CACTUS_BACKUPS_BUCKET=cactus-backups-123456789012",
    ] : strcontains(output.user_data, "\n${line}\n")])
    error_message = "A setting is missing."
  }

  assert {
    condition     = strcontains(output.user_data, "- [scripts-user, always]")
    error_message = "The script would run only when the box is new."
  }
}
