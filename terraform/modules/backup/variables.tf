variable "project" {
  description = "The first part of every name."
  type        = string
}

variable "account" {
  description = "The account; bucket names are the world's, so it is part of them."
  type        = string
}

variable "partition" {
  description = "aws, or the name of another partition."
  type        = string
}

variable "keep_days" {
  description = "How long backups are kept."
  type        = number
}

variable "snapshots_kept" {
  description = "How many daily snapshots of the data volume are kept."
  type        = number
}
