# What the box is told when it starts. The work is done by box.sh, which runs at every start and may run at any time.

locals {
  parameters        = "/${var.project}/${var.environment}"
  release_parameter = "${local.parameters}/release"
  secrets_parameter = "${local.parameters}/secrets"

  settings = {
    CACTUS_PROJECT                 = var.project
    CACTUS_REGION                  = var.region
    CACTUS_VOLUME                  = aws_ebs_volume.data.id
    CACTUS_RELEASES_BUCKET         = var.releases_bucket
    CACTUS_BACKUPS_BUCKET          = var.backups_bucket
    CACTUS_RELEASE_PARAMETER       = local.release_parameter
    CACTUS_SECRETS_PARAMETER       = local.secrets_parameter
    CACTUS_HOOK_SECRET_PARAMETER   = coalesce(var.hook_secret_parameter, "-")
    CACTUS_ORIGIN_SECRET_PARAMETER = coalesce(var.origin_secret_parameter, "-")
    CACTUS_CERTIFICATE_ARN         = try(var.certificate.arn, "-")
    CACTUS_CERTIFICATE_REGION      = try(var.certificate.region, "-")
    CACTUS_PUBLIC_HOST             = coalesce(var.domain, aws_eip.box.public_ip)
    CACTUS_BEHIND_PROXY            = var.behind_proxy
    CACTUS_ADMIN_EMAIL             = var.admin_email
  }

  user_data = templatefile("${path.module}/user-data.tftpl", {
    settings = local.settings
    box      = file("${path.module}/box.sh")
  })
}
