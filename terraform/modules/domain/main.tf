# The suite's name and its certificate, which serves CloudFront and, exported, the box itself.

resource "aws_route53_zone" "this" {
  #checkov:skip=CKV2_AWS_38:DNSSEC needs a key of 1 USD a month and an entry at the registrar, which only the owner can make.
  #checkov:skip=CKV2_AWS_39:Query logs say who resolved the name, which nobody asks for.
  count = var.zone_id == null ? 1 : 0

  name = var.name
}

locals {
  zone_id = coalesce(var.zone_id, one(aws_route53_zone.this[*].zone_id))
}

resource "aws_acm_certificate" "this" {
  region            = "us-east-1" # where CloudFront looks for it
  domain_name       = var.name
  validation_method = "DNS"

  # Exportable ones cost 15 USD a year, and spare the box a certificate program and a second authority.
  options {
    export = "ENABLED"
  }

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  validation = one(aws_acm_certificate.this.domain_validation_options) # of its one name
}

resource "aws_route53_record" "validation" {
  zone_id         = local.zone_id
  name            = local.validation.resource_record_name
  type            = local.validation.resource_record_type
  ttl             = 300
  records         = [local.validation.resource_record_value]
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  region                  = "us-east-1"
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = [aws_route53_record.validation.fqdn]
}
