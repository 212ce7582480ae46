output "backups_bucket" {
  description = "Where the box puts its nightly dump."
  value       = aws_s3_bucket.this["backups"].bucket
}

output "releases_bucket" {
  description = "Where the box finds what it runs."
  value       = aws_s3_bucket.this["releases"].bucket
}
