output "zone_id" {
  description = "The zone."
  value       = local.zone_id
}

output "name_servers" {
  description = "What the registrar has to be told, when the zone was made here."
  value       = try(aws_route53_zone.this[0].name_servers, [])
}

output "certificate" {
  description = "The certificate, once it is valid."
  value       = { arn = aws_acm_certificate_validation.this.certificate_arn, region = "us-east-1" }
}
