variable "project" {
  description = "The first part of every name."
  type        = string
}

variable "environment" {
  description = "Part of the names of parameters."
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

variable "instance_type" {
  description = "An arm64 type."
  type        = string
}

variable "subnet_id" {
  description = "The public subnet of the box."
  type        = string
}

variable "zone" {
  description = "The zone of that subnet, where the data volume has to be too."
  type        = string
}

variable "security_group_id" {
  description = "What reaches the box."
  type        = string
}

variable "data_volume_gib" {
  description = "The size of the data volume."
  type        = number
}

variable "volume_key_arn" {
  description = "A customer key for both volumes; null with AWS' own."
  type        = string
  default     = null
}

variable "termination_protection" {
  description = "Nobody terminates the box by mistake."
  type        = bool
}

variable "guarded" {
  description = "The budget guard may stop, resize and start the box."
  type        = bool
}

variable "key_name" {
  description = "The EC2 key pair for SSH; null for none."
  type        = string
  default     = null
}

variable "releases_bucket" {
  description = "Where the box finds what it runs."
  type        = string
}

variable "backups_bucket" {
  description = "Where the box puts its nightly dump."
  type        = string
}

variable "release" {
  description = "The release that the box runs when it first starts; later the parameter says so."
  type        = string
}

variable "hook_secret_parameter" {
  description = "The parameter into which the box writes the budget hook's secret; null for none."
  type        = string
  default     = null
}

variable "domain" {
  description = "The suite's name; null with none, then it answers at its address."
  type        = string
  default     = null
}

variable "certificate" {
  description = "The exportable certificate of the domain; null for a self-made one until somebody puts a real one on the box."
  type        = object({ arn = string, region = string })
  default     = null
}

variable "admin_email" {
  description = "The suite's first administrator."
  type        = string
}

variable "behind_proxy" {
  description = "CloudFront or a load balancer is in front, whose X-Forwarded-For is believed."
  type        = bool
}

variable "origin_secret_parameter" {
  description = "The parameter with what CloudFront says to the box; null without CloudFront."
  type        = string
  default     = null
}
