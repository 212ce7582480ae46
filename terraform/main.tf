# The house, as the picture in README.md shows it.

module "budget" {
  source = "./modules/budget"

  project              = var.project
  limit_usd            = var.budget_usd
  stop_share           = var.stop_share
  emails               = var.emails
  cost_allocation_tags = var.cost_allocation_tags
  encrypt_topics       = var.encrypt_topics
  native_action        = false
  instance_id          = ""

  functions = {
    zip                    = var.function_zip
    dry_run                = var.dry_run
    max_instances          = var.max_instances
    webhook_url            = var.webhook_url
    webhook_secret         = var.webhook_secret_parameter
    webhook_secret_key_arn = var.webhook_secret_key_arn
    log_retention_days     = var.log_retention_days
    reserve_concurrency    = var.reserve_concurrency
    tracing                = var.tracing
  }
}

module "schedule" {
  source = "./modules/schedule"

  guard          = module.budget.guard
  budget_arn     = module.budget.arn
  stop           = module.budget.stop
  instance_types = var.resize_to
  allowed_types  = distinct(concat(var.resize_to, [var.instance_type]))
  volume_key_arn = var.volume_key_arn
  time_zone      = var.time_zone
  resize         = var.resize_at
  resume         = "cron(30 0 1 * ? *)"  # a period begins at midnight UTC on the first
  self_test      = "cron(0 12 15 * ? *)" # at noon, when somebody reads the mail
}
