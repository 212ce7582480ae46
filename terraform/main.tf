# The house, as the picture in README.md shows it.

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition

  # The guard reaches the suite by its name only: certificates are made for names.
  hook        = var.notify_suite && var.domain != null
  hook_url    = local.hook ? "https://${var.domain}/api/v1/hooks/budget" : null
  hook_secret = local.hook ? "/${var.project}/${var.environment}/budget-hook-secret" : null

  origin_secret = "/${var.project}/${var.environment}/origin-secret"
}

module "network" {
  source = "./modules/network"

  project       = var.project
  zones         = var.edge == "load-balancer" ? 2 : 1
  https_from    = { none = "world", cloudfront = "cloudfront", load-balancer = "load-balancer" }[var.edge]
  redirect_http = true
  ssh_cidr      = var.ssh_cidr
}

module "domain" {
  source = "./modules/domain"
  count  = var.domain == null ? 0 : 1

  name    = var.domain
  zone_id = var.zone_id
}

module "backup" {
  source = "./modules/backup"

  project        = var.project
  account        = local.account
  partition      = local.partition
  keep_days      = var.backup_days
  snapshots_kept = var.snapshots_kept
}

module "instance" {
  source = "./modules/instance"

  project                = var.project
  environment            = var.environment
  account                = local.account
  region                 = var.region
  partition              = local.partition
  instance_type          = var.instance_type
  subnet_id              = module.network.subnet_ids[0]
  zone                   = module.network.zone
  security_group_id      = module.network.security_group_id
  data_volume_gib        = var.data_volume_gib
  volume_key_arn         = var.volume_key_arn
  termination_protection = var.termination_protection
  guarded                = var.guarded
  key_name               = var.ssh_key_name
  releases_bucket        = module.backup.releases_bucket
  backups_bucket         = module.backup.backups_bucket
  release                = var.release
  hook_secret_parameter  = local.hook_secret
  domain                 = var.domain
  certificate            = one(module.domain[*].certificate)
  admin_email            = coalesce(var.admin_email, var.emails[0])
  behind_proxy           = var.edge != "none"

  origin_secret_parameter = var.edge == "cloudfront" ? local.origin_secret : null
}

module "edge" {
  source = "./modules/edge"
  count  = var.domain == null ? 0 : 1

  project         = var.project
  kind            = var.edge
  domain          = var.domain
  zone_id         = module.domain[0].zone_id
  certificate_arn = module.domain[0].certificate.arn
  public_ip       = module.instance.public_ip

  origin_secret_parameter = local.origin_secret
  instance_id             = module.instance.id
  vpc_id                  = module.network.vpc_id
  subnet_ids              = module.network.subnet_ids
  box_security_group_id   = module.network.security_group_id
}

module "budget" {
  source = "./modules/budget"

  project              = var.project
  limit_usd            = var.budget_usd
  stop_share           = var.stop_share
  emails               = var.emails
  cost_allocation_tags = var.cost_allocation_tags
  encrypt_topics       = var.encrypt_topics
  native_action        = var.native_action
  instance_id          = module.instance.id

  functions = {
    zip                 = var.function_zip
    dry_run             = var.dry_run
    max_instances       = var.max_instances
    webhook_url         = local.hook_url
    webhook_secret      = local.hook_secret
    log_retention_days  = var.log_retention_days
    reserve_concurrency = var.reserve_concurrency
    tracing             = var.tracing
  }
}

module "schedule" {
  source = "./modules/schedule"

  guard          = module.budget.guard
  budget_arn     = module.budget.arn
  stop           = module.budget.stop
  instance_types = distinct(concat(var.resize_to, [var.instance_type]))
  volume_key_arn = var.volume_key_arn
  time_zone      = var.time_zone
  resize         = var.resize_at
  # A period begins at midnight UTC on the first, but for half a day AWS may still give the last one's figures.
  resume    = "cron(30 0/6 1-3 * ? *)"
  self_test = "cron(0 12 ? * MON *)" # weekly: the alarm on its absence looks back seven days at most
}

module "alarms" {
  source = "./modules/alarms"

  project        = var.project
  region         = var.region
  partition      = local.partition
  topic_arn      = module.budget.report_topic_arn
  instance_id    = module.instance.id
  failures_queue = module.budget.failures_queue_name

  functions = {
    stop   = module.budget.stop.name
    resize = module.schedule.resize.name
    resume = module.schedule.resume.name
  }
}

module "delivery" {
  source = "./modules/delivery"

  project           = var.project
  account           = local.account
  region            = var.region
  partition         = local.partition
  repository        = var.github_repository
  releases_bucket   = module.backup.releases_bucket
  release_parameter = module.instance.release_parameter
  instance_id       = module.instance.id
}
