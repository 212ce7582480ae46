variable "project" {
  description = "The first part of every name."
  type        = string
}

variable "zones" {
  description = "How many availability zones have a subnet: one for the box, two for a load balancer."
  type        = number
}

variable "https_from" {
  description = "Who reaches port 443: world, cloudfront or load-balancer."
  type        = string

  validation {
    condition     = contains(["world", "cloudfront", "load-balancer"], var.https_from)
    error_message = "https_from must be world, cloudfront or load-balancer."
  }
}

variable "redirect_http" {
  description = "Open port 80 too, where the gateway answers with a redirect."
  type        = bool
}

variable "ssh_cidr" {
  description = "The one network from which SSH is open; null for none, then Session Manager is the way in."
  type        = string
  default     = null
}
