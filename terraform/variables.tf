variable "region" {
  description = "Where everything lives. CloudFront's certificates have to be in us-east-1, so that is the simplest."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like us-east-1 or sa-east-1, not \"${var.region}\"."
  }
}

variable "project" {
  description = "The value of the tag Project, and the first part of every name."
  type        = string
  default     = "cactus"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.project))
    error_message = "project must be 3 to 20 lower-case letters, digits or hyphens and begin with a letter: names of buckets and roles are made of it."
  }
}

variable "environment" {
  description = "The value of the tag Environment."
  type        = string

  validation {
    condition     = contains(["dev", "production"], var.environment)
    error_message = "environment must be dev or production."
  }
}

variable "emails" {
  description = "Who is told of the budget, of alarms and of what the guard did. Each confirms a mail of AWS once."
  type        = list(string)

  validation {
    condition     = length(var.emails) >= 1 && length(var.emails) <= 10
    error_message = "emails needs at least one address, or nobody hears an alarm; AWS Budgets takes at most ten."
  }

  validation {
    condition     = alltrue([for email in var.emails : can(regex("^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$", email))])
    error_message = "each of emails must be an address like ops@example.com."
  }
}

# --- the box

variable "instance_type" {
  description = "t4g.small (2 GiB) or t4g.micro (1 GiB), for which the suite is made."
  type        = string
  default     = "t4g.micro"

  validation {
    condition     = contains(["t4g.micro", "t4g.small"], var.instance_type)
    error_message = "instance_type must be t4g.micro or t4g.small: the images are arm64, and a larger one leaves the budget."
  }
}

variable "volume_key_arn" {
  description = "A customer key for the box's volume; null uses AWS' own, which costs nothing."
  type        = string
  default     = null

  validation {
    condition     = var.volume_key_arn == null || can(regex("^arn:aws[a-z-]*:kms:", var.volume_key_arn))
    error_message = "volume_key_arn must be the ARN of a KMS key, or null."
  }
}

variable "data_volume_gib" {
  description = "The size of the data volume: database, queue and images."
  type        = number
  default     = 20

  validation {
    condition     = var.data_volume_gib >= 10 && var.data_volume_gib <= 100
    error_message = "data_volume_gib must be between 10 and 100: below, images and database do not fit; above, it costs more than the box."
  }
}

variable "release" {
  description = "The release that a new box runs; later its parameter says so. none waits for one."
  type        = string
  default     = "none"

  validation {
    condition     = var.release == "none" || can(regex("^[0-9A-Za-z][0-9A-Za-z.-]*$", var.release))
    error_message = "release must be a version like 1.0.0, or none."
  }
}

variable "admin_email" {
  description = "The suite's first administrator; null takes the first of emails."
  type        = string
  default     = null
}

variable "termination_protection" {
  description = "Nobody terminates the box by mistake; ./cactus aws destroy lifts it."
  type        = bool
  default     = true
}

variable "guarded" {
  description = "The budget guard may stop, resize and start the box: it gets the tag cactus:budget-guard = stop."
  type        = bool
  default     = true
}

variable "ssh_cidr" {
  description = "The one network from which SSH is open, like 203.0.113.7/32; null for none, then Session Manager is the way in."
  type        = string
  default     = null

  validation {
    condition     = var.ssh_cidr == null || can(cidrhost(var.ssh_cidr, 0)) && try(tonumber(split("/", var.ssh_cidr)[1]) >= 24, false)
    error_message = "ssh_cidr must be one IPv4 network of at most 256 addresses, like 203.0.113.7/32: SSH is never open to the world."
  }
}

variable "ssh_key_name" {
  description = "The EC2 key pair for SSH."
  type        = string
  default     = null

  validation {
    condition     = (var.ssh_cidr == null) == (var.ssh_key_name == null)
    error_message = "ssh_cidr and ssh_key_name belong together: the one without the other lets nobody in."
  }
}

# --- how people reach it

variable "domain" {
  description = "The suite's name, like cactus.example.com; null answers at the box's address with a certificate of its own."
  type        = string
  default     = null

  validation {
    condition     = var.domain == null || can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain))
    error_message = "domain must be a name like cactus.example.com, in lower case and without https://."
  }
}

variable "zone_id" {
  description = "The domain's Route 53 zone; null makes one, whose name servers you enter at your registrar."
  type        = string
  default     = null

  validation {
    condition     = var.zone_id == null || var.domain != null
    error_message = "zone_id needs the domain that is in it."
  }
}

variable "edge" {
  description = "What is in front of the box: none, cloudfront, or load-balancer (about 25 USD a month, for several boxes)."
  type        = string
  default     = "none"

  validation {
    condition     = contains(["none", "cloudfront", "load-balancer"], var.edge)
    error_message = "edge must be none, cloudfront or load-balancer."
  }

  validation {
    condition     = var.edge == "none" || var.domain != null
    error_message = "edge = \"${var.edge}\" needs a domain: certificates are made for names."
  }

  validation {
    condition     = var.edge != "load-balancer" || var.region == "us-east-1"
    error_message = "edge = \"load-balancer\" works in us-east-1 only, where the certificate is."
  }
}

# --- backups and releases

variable "backup_days" {
  description = "How long nightly dumps are kept."
  type        = number
  default     = 30

  validation {
    condition     = var.backup_days >= 7
    error_message = "backup_days must be at least 7: most mistakes are noticed within a week."
  }
}

variable "snapshots_kept" {
  description = "How many daily snapshots of the data volume are kept."
  type        = number
  default     = 7

  validation {
    condition     = var.snapshots_kept >= 1 && var.snapshots_kept <= 30
    error_message = "snapshots_kept must be from 1 to 30."
  }
}

variable "github_repository" {
  description = "owner/name of the repository whose version tags may be released here; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "github_repository must be owner/name."
  }
}

# --- the budget and its guard

variable "budget_usd" {
  description = "The month's budget."
  type        = number
  default     = 75

  validation {
    condition     = var.budget_usd >= 1 && var.budget_usd <= 75
    error_message = "budget_usd must be between 1 and 75: the guard's promise is that nothing costs more than 75 USD a month."
  }
}

variable "stop_share" {
  description = "The share of the budget at which the box is stopped."
  type        = number
  default     = 0.95

  validation {
    condition     = var.stop_share >= 0.5 && var.stop_share <= 1
    error_message = "stop_share is a share, so between 0.5 and 1: 0.95 stops at 95 %."
  }
}

variable "cost_allocation_tags" {
  description = "Count only what carries the tag Project. Activate the tag in Billing first, or the budget sees nothing."
  type        = bool
  default     = false
}

variable "encrypt_topics" {
  description = "Encrypt the topics with a key of our own, 1 USD a month."
  type        = bool
  default     = false
}

variable "native_action" {
  description = "Let AWS Budgets itself stop the box at 100 %, should the guard not run."
  type        = bool
  default     = false
}

variable "function_zip" {
  description = "The guard, as Maven builds it natively for arm64."
  type        = string
  default     = "../budget-guard-lambda/target/function.zip"

  validation {
    condition     = fileexists(var.function_zip)
    error_message = "There is no ${var.function_zip}: build it on an arm64 machine (or take the release's) with ./cactus native budget-guard-lambda."
  }
}

variable "dry_run" {
  description = "The guard says what it would do and does nothing."
  type        = bool
  default     = false
}

variable "max_instances" {
  description = "The guard refuses to act when more instances than these carry its tags."
  type        = number
  default     = 1

  validation {
    condition     = var.max_instances >= 1 && var.max_instances <= 20 && floor(var.max_instances) == var.max_instances
    error_message = "max_instances must be a whole number from 1 to 20."
  }
}

variable "notify_suite" {
  description = "The guard tells the suite's administrators too, at the domain; the secret is made by the box."
  type        = bool
  default     = true
}

variable "resize_at" {
  description = "When the box gets smaller, as at(2026-01-01T00:15:00) or cron(…); null never."
  type        = string
  default     = null

  validation {
    condition     = var.resize_at == null || can(regex("^(at\\([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\)|cron\\([^ ]+( [^ ]+){5}\\))$", var.resize_at))
    error_message = "resize_at must be at(yyyy-mm-ddThh:mm:ss) or a cron(…) of six fields."
  }
}

variable "resize_to" {
  description = "What resize makes of the box, the best first; when AWS has no capacity for any, it stays what it is."
  type        = list(string)
  default     = ["t4g.micro"]

  validation {
    condition     = length(var.resize_to) > 0 && alltrue([for type in var.resize_to : contains(["t4g.micro", "t4g.small"], type)])
    error_message = "resize_to must name some of t4g.micro and t4g.small: the suite needs 1 GiB, and resizing is there to spend less."
  }
}

variable "time_zone" {
  description = "The zone in which the schedules are read. Budget periods begin in UTC."
  type        = string
  default     = "UTC"
}

variable "tracing" {
  description = "Trace the guard's functions with X-Ray."
  type        = bool
  default     = false
}

variable "reserve_concurrency" {
  description = "One invocation of each function at a time. New accounts of 10 concurrent executions cannot reserve any: false there."
  type        = bool
  default     = true
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_retention_days)
    error_message = "log_retention_days must be one that CloudWatch knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365."
  }
}
