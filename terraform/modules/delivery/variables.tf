variable "project" {
  description = "The first part of every name."
  type        = string
}

variable "account" {
  description = "The account."
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

variable "repository" {
  description = "The GitHub repository whose releases may come here, owner/name; null for none."
  type        = string
  default     = null
}

variable "releases_bucket" {
  description = "Where releases go."
  type        = string
}

variable "release_parameter" {
  description = "The parameter that names the release which the box runs."
  type        = string
}

variable "instance_id" {
  description = "The box."
  type        = string
}
