output "name" {
  description = "The budget's name."
  value       = aws_budgets_budget.monthly.name
}

output "arn" {
  description = "The budget's ARN."
  value       = local.budget_arn
}

output "report_topic_arn" {
  description = "Where reports and alarms go."
  value       = aws_sns_topic.report.arn
}

output "failures_queue_name" {
  description = "The queue of what could not be delivered or done."
  value       = aws_sqs_queue.failures.name
}

output "guard" {
  description = "What the other functions of the guard need."
  value       = local.guard
}

output "stop" {
  description = "The function that stops."
  value       = module.stop
}
