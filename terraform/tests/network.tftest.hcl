# Which doors are open: 443, 80 for the redirect, SSH from one network or from none.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  project       = "cactus"
  zones         = 1
  https_from    = "world"
  redirect_http = true
}

run "the_world_reaches_443_and_the_redirect" {
  module {
    source = "./modules/network"
  }

  assert {
    condition = (aws_vpc_security_group_ingress_rule.https[0].from_port == 443 && aws_vpc_security_group_ingress_rule.https[0].to_port == 443
    && aws_vpc_security_group_ingress_rule.https[0].cidr_ipv4 == "0.0.0.0/0")
    error_message = "443 is not open, or more than 443."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.http[0].from_port == 80 && aws_vpc_security_group_ingress_rule.http[0].to_port == 80
    error_message = "80 is not open, or more than 80."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.ssh) == 0
    error_message = "SSH is open though nobody asked."
  }

  assert {
    condition     = length(aws_security_group.box.ingress) == 0 && length(aws_default_security_group.this.ingress) == 0
    error_message = "A group has rules beside the named ones."
  }

  assert {
    condition     = aws_subnet.public[0].map_public_ip_on_launch == false && aws_vpc.this.assign_generated_ipv6_cidr_block != true
    error_message = "Machines get addresses by themselves."
  }
}

run "behind_cloudfront_only_cloudfront_reaches_the_box" {
  module {
    source = "./modules/network"
  }

  variables {
    https_from = "cloudfront"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.https[0].prefix_list_id == "pl-3b927c52" && aws_vpc_security_group_ingress_rule.https[0].cidr_ipv4 == null
    error_message = "Somebody else than CloudFront reaches 443."
  }

  assert {
    condition     = data.aws_ec2_managed_prefix_list.cloudfront[0].name == "com.amazonaws.global.cloudfront.origin-facing"
    error_message = "That is another list of addresses."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.http) == 0
    error_message = "80 is open though CloudFront redirects."
  }
}

run "behind_a_load_balancer_nobody_else_reaches_the_box" {
  module {
    source = "./modules/network"
  }

  variables {
    https_from = "load-balancer"
    zones      = 2
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.https) + length(aws_vpc_security_group_ingress_rule.http) == 0
    error_message = "Somebody else than the load balancer reaches the box."
  }

  assert {
    condition     = [for subnet in aws_subnet.public : subnet.availability_zone] == ["us-east-1a", "us-east-1b"]
    error_message = "A load balancer needs two zones."
  }
}

run "ssh_comes_from_one_network" {
  module {
    source = "./modules/network"
  }

  variables {
    ssh_cidr = "203.0.113.7/32"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.ssh[0].cidr_ipv4 == "203.0.113.7/32" && aws_vpc_security_group_ingress_rule.ssh[0].to_port == 22
    error_message = "SSH is open from elsewhere."
  }
}
