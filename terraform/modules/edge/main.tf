# How people reach the box by its name: directly, through CloudFront, or through a load balancer.

resource "aws_route53_record" "direct" {
  #checkov:skip=CKV2_AWS_23:The address is the box's EIP, which comes as a variable.
  count = var.kind == "none" ? 1 : 0

  zone_id = var.zone_id
  name    = var.domain
  type    = "A"
  ttl     = 300
  records = [var.public_ip]
}
