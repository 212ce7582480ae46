output "id" {
  description = "The box."
  value       = aws_instance.box.id
}

output "public_ip" {
  description = "Its address, which stays when it is stopped."
  value       = aws_eip.box.public_ip
}

output "release_parameter" {
  description = "The parameter that names the release which the box runs."
  value       = aws_ssm_parameter.release.name
}

output "user_data" {
  description = "What the box is told when it starts."
  value       = local.user_data
}
