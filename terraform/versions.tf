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

  # Written by the guard and by people meanwhile: an apply must not take away what resume needs to know.
  ignore_tags {
    keys = ["cactus:stopped-period", "cactus:stopped-reason", "cactus:hold"]
  }

  default_tags {
    tags = {
      Project     = var.project
      Environment = var.environment
      ManagedBy   = "terraform"
    }
  }
}
