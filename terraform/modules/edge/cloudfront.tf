# CloudFront: TLS, HTTP/3 and the dashboard's files near those who look. Everything else passes through uncached.

locals {
  cloudfront = var.kind == "cloudfront" ? 1 : 0
  origin     = "origin.${var.domain}"
}

# What CloudFront says to the box, so that the box answers nobody else's distribution. Made once; it is in the state, which
# is encrypted, and in a parameter for the box.
resource "terraform_data" "origin_secret" {
  count = local.cloudfront

  input = uuid()

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_ssm_parameter" "origin_secret" {
  #checkov:skip=CKV_AWS_337:AWS' own key encrypts it; one of ours costs 1 USD a month.
  count = local.cloudfront

  name  = var.origin_secret_parameter
  type  = "SecureString"
  value = terraform_data.origin_secret[0].output
}

data "aws_cloudfront_cache_policy" "none" {
  count = local.cloudfront

  name = "Managed-CachingDisabled"
}

data "aws_cloudfront_cache_policy" "assets" {
  count = local.cloudfront

  name = "Managed-CachingOptimized"
}

data "aws_cloudfront_origin_request_policy" "all" {
  count = local.cloudfront

  name = "Managed-AllViewer"
}

resource "aws_cloudfront_distribution" "this" {
  #checkov:skip=CKV_AWS_68:A web application firewall costs from 6 USD a month; the gateway limits sizes and sign-ins itself.
  #checkov:skip=CKV2_AWS_47:The same firewall; nothing here runs Log4j.
  #checkov:skip=CKV_AWS_86:The gateway logs each request; a second log costs storage.
  #checkov:skip=CKV_AWS_310:There is one box, so there is nothing to fail over to.
  #checkov:skip=CKV_AWS_374:Advisors travel; no country is shut out.
  #checkov:skip=CKV_AWS_305:The gateway answers / itself.
  #checkov:skip=CKV2_AWS_32:The gateway sets the security headers, the same with and without CloudFront.
  count = local.cloudfront

  enabled         = true
  comment         = var.project
  aliases         = [var.domain]
  http_version    = "http2and3"
  is_ipv6_enabled = true
  price_class     = "PriceClass_All" # the cheaper classes leave out South America

  origin {
    origin_id   = "box"
    domain_name = local.origin

    custom_origin_config {
      http_port                = 80
      https_port               = 443
      origin_protocol_policy   = "https-only"
      origin_ssl_protocols     = ["TLSv1.2"]
      origin_keepalive_timeout = 60
      origin_read_timeout      = 60
    }

    custom_header {
      name  = "X-Cactus-Edge"
      value = terraform_data.origin_secret[0].output
    }
  }

  # The API, sign-in, the page itself and WebSockets: as they come, with every header and cookie, never kept.
  default_cache_behavior {
    target_origin_id         = "box"
    viewer_protocol_policy   = "redirect-to-https"
    allowed_methods          = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    cached_methods           = ["GET", "HEAD"]
    compress                 = true
    cache_policy_id          = data.aws_cloudfront_cache_policy.none[0].id
    origin_request_policy_id = data.aws_cloudfront_origin_request_policy.all[0].id
  }

  # The dashboard's files have the hash of their content in their names.
  ordered_cache_behavior {
    path_pattern             = "/assets/*"
    target_origin_id         = "box"
    viewer_protocol_policy   = "redirect-to-https"
    allowed_methods          = ["GET", "HEAD"]
    cached_methods           = ["GET", "HEAD"]
    compress                 = true
    cache_policy_id          = data.aws_cloudfront_cache_policy.assets[0].id
    origin_request_policy_id = data.aws_cloudfront_origin_request_policy.all[0].id
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.certificate_arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}

resource "aws_route53_record" "origin" {
  #checkov:skip=CKV2_AWS_23:The address is the box's EIP, which comes as a variable.
  count = local.cloudfront

  zone_id = var.zone_id
  name    = local.origin
  type    = "A"
  ttl     = 300
  records = [var.public_ip]
}

resource "aws_route53_record" "cloudfront" {
  for_each = var.kind == "cloudfront" ? toset(["A", "AAAA"]) : []

  zone_id = var.zone_id
  name    = var.domain
  type    = each.value

  alias {
    name                   = aws_cloudfront_distribution.this[0].domain_name
    zone_id                = aws_cloudfront_distribution.this[0].hosted_zone_id
    evaluate_target_health = false
  }
}
