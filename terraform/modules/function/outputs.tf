output "name" {
  description = "The function's name."
  value       = aws_lambda_function.this.function_name
}

output "arn" {
  description = "The function's ARN, the same in its role's policy."
  value       = local.arn
}

output "environment" {
  description = "What the function is told."
  value       = aws_lambda_function.this.environment[0].variables
}

output "policy" {
  description = "What the function's role may do, as JSON."
  value       = aws_iam_role_policy.this.policy
}

output "log_group" {
  description = "Where the function writes."
  value       = aws_cloudwatch_log_group.this.name
}

output "settings" {
  description = "How the function runs."
  value = {
    reserved          = aws_lambda_function.this.reserved_concurrent_executions
    dead_letter_queue = aws_lambda_function.this.dead_letter_config[0].target_arn
    architecture      = one(aws_lambda_function.this.architectures)
    runtime           = aws_lambda_function.this.runtime
    log_days          = aws_cloudwatch_log_group.this.retention_in_days
  }
}
