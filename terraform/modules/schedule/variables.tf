variable "guard" {
  description = "What the functions share; module budget's output of that name."
  type        = any
}

variable "budget_arn" {
  description = "The budget that resume reads before it starts anything."
  type        = string
}

variable "stop" {
  description = "Name and ARN of the function that stops: it is tested each month."
  type        = object({ name = string, arn = string })
}

variable "instance_types" {
  description = "What resize may make of an instance, the best first, and what it is today: resize goes back to that when AWS has no capacity."
  type        = list(string)
}

variable "volume_key_arn" {
  description = "The customer key of the instances' volumes; null with AWS' own, which needs no grant."
  type        = string
  default     = null
}

variable "time_zone" {
  description = "The zone in which the schedules are read."
  type        = string
}

variable "resize" {
  description = "When the instance gets smaller: at(…) or cron(…); null never."
  type        = string
  default     = null
}

variable "resume" {
  description = "When what was stopped starts again; after the budget's period began, which is in UTC."
  type        = string
}

variable "self_test" {
  description = "When the stop function is asked whether it is well."
  type        = string
}
