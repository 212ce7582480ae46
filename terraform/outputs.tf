output "url" {
  description = "Where the suite answers."
  value       = "https://${coalesce(var.domain, module.instance.public_ip)}"
}

output "public_ip" {
  description = "The box's address, which stays when it is stopped."
  value       = module.instance.public_ip
}

output "instance_id" {
  description = "The box."
  value       = module.instance.id
}

output "session_command" {
  description = "A shell on the box, without SSH."
  value       = "aws ssm start-session --region ${var.region} --target ${module.instance.id}"
}

output "name_servers" {
  description = "What to enter at the domain's registrar, when the zone was made here."
  value       = try(module.domain[0].name_servers, [])
}

output "releases_bucket" {
  description = "Where releases go, as cactus-VERSION.tar.gz."
  value       = module.backup.releases_bucket
}

output "backups_bucket" {
  description = "Where the nightly dumps are."
  value       = module.backup.backups_bucket
}

output "release_parameter" {
  description = "The parameter that names the release which the box runs."
  value       = module.instance.release_parameter
}

output "release_document" {
  description = "The command that makes the box take it."
  value       = module.delivery.document
}

output "release_role_arn" {
  description = "What GitHub's release workflow assumes; null without github_repository."
  value       = module.delivery.role_arn
}

output "budget" {
  description = "The budget's name."
  value       = module.budget.name
}

output "report_topic_arn" {
  description = "Where alarms and the guard's reports go."
  value       = module.budget.report_topic_arn
}

output "dashboard" {
  description = "The CloudWatch dashboard."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${module.alarms.dashboard}"
}

output "functions" {
  description = "The guard's functions by their action, with where they write."
  value = {
    for action, function in { stop = module.budget.stop, resize = module.schedule.resize, resume = module.schedule.resume } :
    action => { name = function.name, log_group = function.log_group }
  }
}
