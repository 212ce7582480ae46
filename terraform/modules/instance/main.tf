# The box: one arm64 machine with an address that stays and a data volume that outlives it.

data "aws_ssm_parameter" "ami" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
}

resource "aws_instance" "box" {
  #checkov:skip=CKV_AWS_126:One-minute monitoring costs 2.10 USD a month; the suite publishes what matters each minute itself.
  #checkov:skip=CKV_AWS_88:It has an address by its EIP on purpose; what reaches it is in module network.
  ami                    = nonsensitive(data.aws_ssm_parameter.ami.value)
  instance_type          = var.instance_type
  subnet_id              = var.subnet_id
  vpc_security_group_ids = [var.security_group_id]
  iam_instance_profile   = aws_iam_instance_profile.box.name
  key_name               = var.key_name
  ebs_optimized          = true

  associate_public_ip_address = false # the EIP is its address
  ipv6_address_count          = 0

  disable_api_termination              = var.termination_protection
  instance_initiated_shutdown_behavior = "stop"

  # T4g is launched `unlimited` by default, and then a busy hour costs more than the box.
  credit_specification {
    cpu_credits = "standard"
  }

  # One hop: programs in containers do not get at the box's credentials.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    instance_metadata_tags      = "enabled" # deploy/system-info tells what the guard did
  }

  root_block_device {
    volume_type           = "gp3"
    volume_size           = 8
    encrypted             = true
    kms_key_id            = var.volume_key_arn
    delete_on_termination = true
  }

  user_data_base64 = base64gzip(local.user_data)

  tags = merge(
    { Name = "${var.project}-box" },
    var.guarded ? { "cactus:budget-guard" = "stop" } : {},
  )

  lifecycle {
    # A new image would replace the box at whatever apply comes first; do it on purpose (docs/aws.md).
    ignore_changes = [ami]
  }

  depends_on = [aws_iam_role_policy.box]
}

resource "aws_eip" "box" {
  #checkov:skip=CKV2_AWS_19:It is attached to the box below.
  domain = "vpc"
  tags   = { Name = "${var.project}-box" }
}

resource "aws_eip_association" "box" {
  instance_id   = aws_instance.box.id
  allocation_id = aws_eip.box.allocation_id
}

resource "aws_ebs_volume" "data" {
  #checkov:skip=CKV_AWS_189:AWS' own key encrypts it; `volume_key_arn` takes one of ours.
  availability_zone = var.zone
  type              = "gp3"
  size              = var.data_volume_gib
  encrypted         = true
  kms_key_id        = var.volume_key_arn
  final_snapshot    = true # whoever destroys the house still has the data

  tags = { Name = "${var.project}-data" }
}

resource "aws_volume_attachment" "data" {
  device_name                    = "/dev/sdf"
  volume_id                      = aws_ebs_volume.data.id
  instance_id                    = aws_instance.box.id
  stop_instance_before_detaching = true
}

# Which release the box runs: the release role writes it, the box reads it.
resource "aws_ssm_parameter" "release" {
  #checkov:skip=CKV2_AWS_34:A version is no secret.
  name  = local.release_parameter
  type  = "String"
  value = var.release

  lifecycle {
    ignore_changes = [value]
  }
}
