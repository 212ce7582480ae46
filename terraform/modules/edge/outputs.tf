output "distribution_id" {
  description = "The CloudFront distribution; null without one."
  value       = one(aws_cloudfront_distribution.this[*].id)
}
