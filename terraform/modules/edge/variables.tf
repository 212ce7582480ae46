variable "project" {
  description = "The first part of every name."
  type        = string
}

variable "kind" {
  description = "What is in front of the box: none, cloudfront or load-balancer."
  type        = string
}

variable "domain" {
  description = "The suite's name."
  type        = string
}

variable "zone_id" {
  description = "The Route 53 zone of the domain."
  type        = string
}

variable "certificate_arn" {
  description = "The domain's certificate in us-east-1."
  type        = string
}

variable "public_ip" {
  description = "The box's address."
  type        = string
}

variable "origin_secret_parameter" {
  description = "Where the box finds what CloudFront says to it."
  type        = string
}

variable "instance_id" {
  description = "The box, for the load balancer."
  type        = string
}

variable "vpc_id" {
  description = "The network, for the load balancer."
  type        = string
}

variable "subnet_ids" {
  description = "Two public subnets, for the load balancer."
  type        = list(string)
}

variable "box_security_group_id" {
  description = "What reaches the box, for the load balancer."
  type        = string
}
