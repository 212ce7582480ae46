# Backups cannot be lost, and releases come from version tags of one repository.

mock_provider "aws" {
  source = "./tests/aws"
}

run "buckets_are_closed_encrypted_and_remember" {
  module {
    source = "./modules/backup"
  }

  variables {
    project        = "cactus"
    account        = "123456789012"
    partition      = "aws"
    keep_days      = 30
    snapshots_kept = 7
  }

  assert {
    condition     = toset([for b in values(aws_s3_bucket.this) : b.bucket]) == toset(["cactus-backups-123456789012", "cactus-releases-123456789012"])
    error_message = "The buckets have other names."
  }

  assert {
    condition = alltrue([for name in ["backups", "releases"] :
      one(aws_s3_bucket_versioning.this[name].versioning_configuration).status == "Enabled"
      && one(one(aws_s3_bucket_server_side_encryption_configuration.this[name].rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
      && aws_s3_bucket_public_access_block.this[name].block_public_acls && aws_s3_bucket_public_access_block.this[name].block_public_policy
    && aws_s3_bucket_public_access_block.this[name].ignore_public_acls && aws_s3_bucket_public_access_block.this[name].restrict_public_buckets])
    error_message = "A bucket is open, unencrypted, or forgets what was overwritten."
  }

  assert {
    condition = alltrue([for policy in values(aws_s3_bucket_policy.tls_only) :
      one(jsondecode(policy.policy).Statement).Effect == "Deny" && one(jsondecode(policy.policy).Statement).Principal == "*"
    && one(jsondecode(policy.policy).Statement).Condition == { Bool = { "aws:SecureTransport" = "false" } }])
    error_message = "A bucket answers without TLS."
  }

  assert {
    condition = (one(aws_s3_bucket_lifecycle_configuration.this["backups"].rule[0].expiration).days == 30
    && length(aws_s3_bucket_lifecycle_configuration.this["releases"].rule[0].expiration) == 0)
    error_message = "Backups stay for another time, or releases disappear."
  }

  assert {
    condition     = one(aws_dlm_lifecycle_policy.data.policy_details).target_tags == tomap({ Name = "cactus-data" }) && one(one(one(aws_dlm_lifecycle_policy.data.policy_details).schedule).retain_rule).count == 7
    error_message = "Snapshots are of another volume, or another number is kept."
  }
}

run "github_gets_in_with_version_tags_only" {
  module {
    source = "./modules/delivery"
  }

  variables {
    project           = "cactus"
    account           = "123456789012"
    region            = "us-east-1"
    partition         = "aws"
    repository        = "example/cactus"
    releases_bucket   = "cactus-releases-123456789012"
    release_parameter = "/cactus/production/release"
    instance_id       = "i-0123456789abcdef0"
  }

  assert {
    condition = one(jsondecode(aws_iam_role.release[0].assume_role_policy).Statement).Condition == {
      StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example/cactus:ref:refs/tags/v*" }
    }
    error_message = "Somebody else than a version tag of the repository gets in."
  }

  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.release[0].policy).Statement : s.Action => s.Resource } == {
      "s3:PutObject"     = "arn:aws:s3:::cactus-releases-123456789012/*"
      "ssm:PutParameter" = "arn:aws:ssm:us-east-1:123456789012:parameter/cactus/production/release"
      "ssm:SendCommand" = [
        "arn:aws:ssm:us-east-1:123456789012:document/cactus-take-release",
        "arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0",
      ]
    }
    error_message = "A release may do something else."
  }
}
