# The name and a certificate that is proved by the name's own zone, and may be taken to the box.

mock_provider "aws" {
  source = "./tests/aws"
}

run "the_certificate_is_proved_in_the_zone_and_can_be_exported" {
  module {
    source = "./modules/domain"
  }

  variables {
    name    = "cactus.example.com"
    zone_id = "Z0123456789"
  }

  assert {
    condition = (aws_route53_record.validation.zone_id == "Z0123456789"
      && aws_route53_record.validation.name == "_0123456789abcdef.cactus.example.com."
      && aws_route53_record.validation.type == "CNAME"
    && aws_route53_record.validation.records == toset(["_fedcba9876543210.acm-validations.aws."]))
    error_message = "ACM finds no proof in the zone."
  }

  assert {
    condition     = one(aws_acm_certificate.this.options).export == "ENABLED" && aws_acm_certificate.this.region == "us-east-1"
    error_message = "The box cannot take the certificate, or CloudFront does not find it."
  }

  assert {
    condition     = output.certificate == { arn = aws_acm_certificate_validation.this.certificate_arn, region = "us-east-1" } && length(aws_route53_zone.this) == 0
    error_message = "The certificate is used before it is valid, or a second zone is made."
  }
}
