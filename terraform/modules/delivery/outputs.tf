output "role_arn" {
  description = "What the release workflow assumes; null without a repository."
  value       = one(aws_iam_role.release[*].arn)
}

output "document" {
  description = "The command that makes the box take the release."
  value       = aws_ssm_document.take_release.name
}
