# What reaches the box: 443, 80 for the redirect, SSH from one network or from none. Databases are not reachable at all.

data "aws_ec2_managed_prefix_list" "cloudfront" {
  count = var.https_from == "cloudfront" ? 1 : 0

  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "box" {
  #checkov:skip=CKV2_AWS_5:Module instance attaches it.
  name        = "${var.project}-box"
  description = "The box of ${var.project}"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  count = var.https_from == "load-balancer" ? 0 : 1

  security_group_id = aws_security_group.box.id
  description       = "HTTPS from ${var.https_from}"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = var.https_from == "world" ? "0.0.0.0/0" : null
  prefix_list_id    = one(data.aws_ec2_managed_prefix_list.cloudfront[*].id)
}

resource "aws_vpc_security_group_ingress_rule" "http" {
  #checkov:skip=CKV_AWS_260:Nothing is served on port 80 but the redirect to 443; off where CloudFront redirects.
  count = var.redirect_http && var.https_from == "world" ? 1 : 0

  security_group_id = aws_security_group.box.id
  description       = "HTTP, redirected to HTTPS"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  count = var.ssh_cidr == null ? 0 : 1

  security_group_id = aws_security_group.box.id
  description       = "SSH from one network"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = var.ssh_cidr
}

# Partners' webhooks go to any port of any host; the services refuse private addresses themselves.
resource "aws_vpc_security_group_egress_rule" "all" {
  #checkov:skip=CKV_AWS_382:Webhooks go to addresses that partners choose, mails and AWS' own services to others.
  security_group_id = aws_security_group.box.id
  description       = "Anywhere"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
