# In front of the box: CloudFront that lets only assets stay, or a load balancer, or nothing.

mock_provider "aws" {
  source = "./tests/aws"
}

override_resource {
  target = terraform_data.origin_secret
  values = { output = "11111111-2222-3333-4444-555555555555" }
}

variables {
  project                 = "cactus"
  kind                    = "cloudfront"
  domain                  = "cactus.example.com"
  zone_id                 = "Z0123456789"
  certificate_arn         = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
  public_ip               = "203.0.113.7"
  origin_secret_parameter = "/cactus/production/origin-secret"
  instance_id             = "i-0123456789abcdef0"
  vpc_id                  = "vpc-0123456789abcdef0"
  subnet_ids              = ["subnet-0a", "subnet-0b"]
  box_security_group_id   = "sg-0123456789abcdef0"
}

run "cloudfront_keeps_only_assets_and_is_known_to_the_box" {
  module {
    source = "./modules/edge"
  }

  assert {
    condition     = one(aws_cloudfront_distribution.this[0].viewer_certificate).minimum_protocol_version == "TLSv1.2_2021"
    error_message = "Old TLS is spoken."
  }

  assert {
    condition     = aws_cloudfront_distribution.this[0].http_version == "http2and3"
    error_message = "HTTP/3 is not spoken."
  }

  assert {
    condition = (one(one(aws_cloudfront_distribution.this[0].origin).custom_origin_config).origin_protocol_policy == "https-only"
    && one(one(aws_cloudfront_distribution.this[0].origin).custom_origin_config).origin_ssl_protocols == toset(["TLSv1.2"]))
    error_message = "Between CloudFront and the box goes something else than TLS 1.2."
  }

  assert {
    condition     = data.aws_cloudfront_cache_policy.none[0].name == "Managed-CachingDisabled" && one(aws_cloudfront_distribution.this[0].default_cache_behavior).cache_policy_id == data.aws_cloudfront_cache_policy.none[0].id
    error_message = "Answers to people are kept in a cache."
  }

  assert {
    condition     = toset(one(aws_cloudfront_distribution.this[0].default_cache_behavior).allowed_methods) == toset(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"])
    error_message = "A method of the API is not let through."
  }

  # WebSockets and sessions need every header and cookie.
  assert {
    condition     = data.aws_cloudfront_origin_request_policy.all[0].name == "Managed-AllViewer" && one(aws_cloudfront_distribution.this[0].default_cache_behavior).origin_request_policy_id == data.aws_cloudfront_origin_request_policy.all[0].id
    error_message = "Headers or cookies do not get through."
  }

  assert {
    condition     = aws_cloudfront_distribution.this[0].ordered_cache_behavior[*].path_pattern == tolist(["/assets/*"])
    error_message = "Something else than assets is kept."
  }

  assert {
    condition = (one(one(aws_cloudfront_distribution.this[0].origin).custom_header).name == "X-Cactus-Edge"
      && one(one(aws_cloudfront_distribution.this[0].origin).custom_header).value == aws_ssm_parameter.origin_secret[0].value
    && aws_ssm_parameter.origin_secret[0].type == "SecureString" && aws_ssm_parameter.origin_secret[0].name == var.origin_secret_parameter)
    error_message = "CloudFront says something else than the box expects."
  }
}

run "the_name_leads_to_the_box_when_nothing_is_in_front" {
  module {
    source = "./modules/edge"
  }

  variables {
    kind = "none"
  }

  assert {
    condition     = aws_route53_record.direct[0].records == toset(["203.0.113.7"]) && length(aws_cloudfront_distribution.this) + length(aws_lb.this) == 0
    error_message = "The name leads elsewhere, or something is in front."
  }
}

run "the_load_balancer_alone_reaches_the_box" {
  module {
    source = "./modules/edge"
  }

  variables {
    kind = "load-balancer"
  }

  assert {
    condition = (aws_vpc_security_group_ingress_rule.from_balancer[0].referenced_security_group_id == aws_security_group.balancer[0].id
      && aws_vpc_security_group_ingress_rule.from_balancer[0].security_group_id == "sg-0123456789abcdef0"
    && aws_vpc_security_group_ingress_rule.from_balancer[0].to_port == 443)
    error_message = "The load balancer does not reach the box."
  }

  assert {
    condition     = aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06" && aws_lb_target_group.box[0].protocol == "HTTPS"
    error_message = "Old TLS is spoken."
  }
}
