variable "project" {
  description = "The value of the tag Project, and the first part of every name."
  type        = string
}

variable "limit_usd" {
  description = "The month's budget in USD."
  type        = number
}

variable "stop_share" {
  description = "The share of the budget at which the instances are stopped."
  type        = number
}

variable "emails" {
  description = "Who is told: of budget, alarms and what the guard did."
  type        = list(string)
}

variable "cost_allocation_tags" {
  description = "Count only what carries the tag Project. The tag has to be activated in Billing first."
  type        = bool
}

variable "encrypt_topics" {
  description = "Encrypt both topics with a key of our own, 1 USD a month."
  type        = bool
}

variable "native_action" {
  description = "Let AWS Budgets itself stop the instance at 100 %, should the guard not run."
  type        = bool
}

variable "instance_id" {
  description = "The instance that the native action stops."
  type        = string
}


variable "functions" {
  description = "How the guard's functions run."
  type = object({
    zip                 = string
    dry_run             = bool
    max_instances       = number
    webhook_url         = optional(string)
    webhook_secret      = optional(string)
    log_retention_days  = number
    reserve_concurrency = bool
    tracing             = bool
  })
}
