# Two ways back: the nightly dump in a bucket of its own, and snapshots of the data volume.

locals {
  buckets = {
    backups  = "${var.project}-backups-${var.account}"
    releases = "${var.project}-releases-${var.account}"
  }
}

resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_144:A copy in a second region doubles the price; the dump is small and can be fetched any day (docs/aws.md).
  #checkov:skip=CKV_AWS_145:S3 encrypts with its own key (AES256); a customer key costs 1 USD a month and protects from nobody who reads the bucket.
  #checkov:skip=CKV_AWS_18:Only the box and the release role write and read here; CloudTrail's event history names who changed the bucket.
  #checkov:skip=CKV_AWS_21:Versioned below; checkov does not follow for_each over resources, terraform test does.
  #checkov:skip=CKV2_AWS_6:Public access is blocked below; the same.
  #checkov:skip=CKV2_AWS_61:The lifecycle is below; the same.
  #checkov:skip=CKV2_AWS_62:Nothing waits for an object to arrive.
  for_each = local.buckets

  bucket = each.value
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each = aws_s3_bucket.this

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "tls_only" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Action    = "s3:*"
      Principal = "*"
      Resource  = ["arn:${var.partition}:s3:::${each.value.bucket}", "arn:${var.partition}:s3:::${each.value.bucket}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  rule {
    id     = "keep-${each.key}"
    status = "Enabled"

    filter {}

    # Releases stay until somebody removes them; a backup goes after its days.
    dynamic "expiration" {
      for_each = each.key == "backups" ? [1] : []
      content {
        days = var.keep_days
      }
    }

    # What was overwritten or deleted, by mistake or by an intruder, can be had back for a week.
    noncurrent_version_expiration {
      noncurrent_days = 7
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_dlm_lifecycle_policy" "data" {
  description        = "Daily snapshots of the data volume of ${var.project}"
  execution_role_arn = aws_iam_role.snapshots.arn
  state              = "ENABLED"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Name = "${var.project}-data" }

    schedule {
      name      = "daily"
      copy_tags = true

      create_rule {
        interval      = 24
        interval_unit = "HOURS"
        times         = ["05:30"]
      }

      retain_rule {
        count = var.snapshots_kept
      }
    }
  }
}

resource "aws_iam_role" "snapshots" {
  name        = "${var.project}-snapshots"
  description = "Data Lifecycle Manager takes snapshots with it"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "dlm.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = var.account } }
    }]
  })
}

# Tighter than AWS' own policy for it, which may delete any snapshot of the account.
resource "aws_iam_role_policy" "snapshots" {
  name = "snapshots-of-the-data-volume"
  role = aws_iam_role.snapshots.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Look"
        Effect   = "Allow"
        Action   = ["ec2:DescribeInstances", "ec2:DescribeSnapshots", "ec2:DescribeVolumes"]
        Resource = "*"
      },
      {
        Sid       = "FromTheDataVolume"
        Effect    = "Allow"
        Action    = "ec2:CreateSnapshot"
        Resource  = "arn:${var.partition}:ec2:*:${var.account}:volume/*"
        Condition = { StringEquals = { "aws:ResourceTag/Project" = var.project } }
      },
      {
        Sid      = "AsSnapshot"
        Effect   = "Allow"
        Action   = "ec2:CreateSnapshot"
        Resource = "arn:${var.partition}:ec2:*::snapshot/*"
      },
      {
        Sid      = "NameSnapshots"
        Effect   = "Allow"
        Action   = "ec2:CreateTags"
        Resource = "arn:${var.partition}:ec2:*::snapshot/*"
      },
      {
        Sid       = "DeleteOwn"
        Effect    = "Allow"
        Action    = "ec2:DeleteSnapshot"
        Resource  = "arn:${var.partition}:ec2:*::snapshot/*"
        Condition = { StringEquals = { "aws:ResourceTag/Project" = var.project } }
      },
    ]
  })
}
