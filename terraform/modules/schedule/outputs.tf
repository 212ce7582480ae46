output "resize" {
  description = "The function that changes instance types."
  value       = module.resize
}

output "resume" {
  description = "The function that starts what was stopped."
  value       = module.resume
}
