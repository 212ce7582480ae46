terraform {
  required_version = ">= 1.11, < 2.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.66.0"
    }
  }

  # Bucket, key and region come by -backend-config (./cactus aws deploy passes them and makes the bucket).
  backend "s3" {
    encrypt      = true
    use_lockfile = true # the lock is an object beside the state; no DynamoDB table
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Project     = var.project
      Environment = var.environment
      ManagedBy   = "terraform"
    }
  }
}
