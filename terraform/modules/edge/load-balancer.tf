# For several boxes. Off by default: 16.43 USD a month, its capacity units and 7.30 USD for its two addresses.

locals {
  balancer = var.kind == "load-balancer" ? 1 : 0
}

resource "aws_security_group" "balancer" {
  count = local.balancer

  name        = "${var.project}-load-balancer"
  description = "The load balancer of ${var.project}"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  for_each = var.kind == "load-balancer" ? { http = 80, https = 443 } : {}

  security_group_id = aws_security_group.balancer[0].id
  description       = "${upper(each.key)} from the world"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "to_box" {
  count = local.balancer

  security_group_id            = aws_security_group.balancer[0].id
  description                  = "To the box"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = var.box_security_group_id
}

resource "aws_vpc_security_group_ingress_rule" "from_balancer" {
  count = local.balancer

  security_group_id            = var.box_security_group_id
  description                  = "HTTPS from the load balancer"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.balancer[0].id
}

resource "aws_lb" "this" {
  #checkov:skip=CKV2_AWS_28:A web application firewall costs from 6 USD a month; the gateway limits sizes and sign-ins itself.
  #checkov:skip=CKV_AWS_91:The gateway logs each request.
  #checkov:skip=CKV_AWS_150:It holds nothing and is made anew in minutes.
  count = local.balancer

  name                       = var.project
  load_balancer_type         = "application"
  security_groups            = [aws_security_group.balancer[0].id]
  subnets                    = var.subnet_ids
  drop_invalid_header_fields = true
  idle_timeout               = 120 # WebSockets say something every minute
}

resource "aws_lb_target_group" "box" {
  count = local.balancer

  name     = var.project
  port     = 443
  protocol = "HTTPS"
  vpc_id   = var.vpc_id

  health_check {
    protocol = "HTTPS"
    path     = "/health"
    matcher  = "200"
  }
}

resource "aws_lb_target_group_attachment" "box" {
  count = local.balancer

  target_group_arn = aws_lb_target_group.box[0].arn
  target_id        = var.instance_id
}

resource "aws_lb_listener" "https" {
  count = local.balancer

  load_balancer_arn = aws_lb.this[0].arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.box[0].arn
  }
}

resource "aws_lb_listener" "http" {
  count = local.balancer

  load_balancer_arn = aws_lb.this[0].arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_route53_record" "balancer" {
  count = local.balancer

  zone_id = var.zone_id
  name    = var.domain
  type    = "A"

  alias {
    name                   = aws_lb.this[0].dns_name
    zone_id                = aws_lb.this[0].zone_id
    evaluate_target_health = false
  }
}
