output "vpc_id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "subnet_ids" {
  description = "The public subnets, one for each zone."
  value       = aws_subnet.public[*].id
}

output "zone" {
  description = "The zone of the box."
  value       = aws_subnet.public[0].availability_zone
}

output "security_group_id" {
  description = "What reaches the box."
  value       = aws_security_group.box.id
}
