variable "name" {
  description = "The suite's name."
  type        = string
}

variable "zone_id" {
  description = "Its Route 53 zone; null makes one, whose name servers you enter at your registrar."
  type        = string
  default     = null
}
