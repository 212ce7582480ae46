variable "project" {
  description = "The first part of every name."
  type        = string
}

variable "region" {
  description = "Where the box is."
  type        = string
}

variable "partition" {
  description = "aws, or the name of another partition."
  type        = string
}

variable "topic_arn" {
  description = "Where somebody hears."
  type        = string
}

variable "instance_id" {
  description = "The box."
  type        = string
}

variable "functions" {
  description = "The guard's functions by their action."
  type        = map(string)
}

variable "failures_queue" {
  description = "The queue of what could not be delivered or done."
  type        = string
}
