variable "action" {
  description = "What the function does, and so its handler: stop, resize or resume."
  type        = string

  validation {
    condition     = contains(["stop", "resize", "resume"], var.action)
    error_message = "The action must be stop, resize or resume: the guard has no other handler."
  }
}

variable "description" {
  description = "One line for whoever finds the function in the console."
  type        = string
}

variable "guard" {
  description = "What all functions of the guard share; module budget makes it."
  type = object({
    account                  = string
    region                   = string
    partition                = string
    project                  = string
    budget                   = string
    share                    = number
    table                    = object({ name = string, arn = string })
    report_topic_arn         = string
    topic_key_arn            = optional(string)
    failures_queue_arn       = string
    function_zip             = string
    dry_run                  = bool
    max_instances            = number
    webhook_url              = optional(string)
    webhook_secret_parameter = optional(string)
    log_retention_days       = number
    reserve_concurrency      = bool
    tracing                  = bool
  })
}

variable "environment" {
  description = "Settings of this action alone, by their name without the prefix CACTUS_BUDGET_GUARD_."
  type        = map(string)
  default     = {}
}

variable "describes" {
  description = "EC2 actions that only look. AWS lets none of them be narrowed to a resource or a tag."
  type        = set(string)

  validation {
    condition     = alltrue([for action in var.describes : startswith(action, "ec2:Describe")])
    error_message = "Only ec2:Describe… may be allowed without a condition; everything else belongs into acts or statements."
  }
}

variable "acts" {
  description = "EC2 actions on instances that carry both the project's tag and the opt-in tag."
  type        = set(string)
}

variable "statements" {
  description = "Further statements of the role's policy."
  type        = any
  default     = []
}
