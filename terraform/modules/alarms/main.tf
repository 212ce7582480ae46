# What somebody has to hear, and what it means: docs/aws.md has a section for each.

locals {
  box = { InstanceId = var.instance_id }

  # Published by the box itself each minute (deploy/publish-metrics), and by EC2.
  of_the_box = {
    cpu = {
      says      = "CPU above 80 % for ten minutes"
      namespace = "AWS/EC2", metric = "CPUUtilization", statistic = "Average"
      above     = 80, periods = 2
    }
    gateway-latency = {
      says      = "One request in twenty took longer than two seconds for ten minutes"
      namespace = "Cactus", metric = "GatewayLatencyP95", statistic = "Average"
      above     = 2000, periods = 2
    }
    memory = {
      says      = "Less than 8 % of the memory is free for fifteen minutes"
      namespace = "Cactus", metric = "MemoryUsed", statistic = "Average"
      above     = 92, periods = 3
    }
    disk = {
      says      = "The data volume is more than 85 % full"
      namespace = "Cactus", metric = "DiskUsed", statistic = "Maximum"
      above     = 85, periods = 2
    }
  }

  # Written by the guard into its log (EMF).
  guard = "Cactus/BudgetGuard"
}

resource "aws_cloudwatch_metric_alarm" "box" {
  for_each = local.of_the_box

  alarm_name          = "${var.project}-${each.key}"
  alarm_description   = each.value.says
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = local.box
  statistic           = each.value.statistic
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.above
  period              = 300
  evaluation_periods  = each.value.periods
  treat_missing_data  = "notBreaching" # `silent` says when nothing comes at all
  alarm_actions       = [var.topic_arn]
  ok_actions          = [var.topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "credits" {
  alarm_name          = "${var.project}-cpu-credits"
  alarm_description   = "The box has used up what it may do above its base: it gets slow, not dear"
  namespace           = "AWS/EC2"
  metric_name         = "CPUCreditBalance"
  dimensions          = local.box
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 12
  period              = 300
  evaluation_periods  = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn]
  ok_actions          = [var.topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name          = "${var.project}-silent"
  alarm_description   = "The box has told nothing for fifteen minutes: stopped (by the guard?), hung, or without a network"
  namespace           = "Cactus"
  metric_name         = "MemoryUsed"
  dimensions          = local.box
  statistic           = "SampleCount"
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 3
  treat_missing_data  = "breaching"
  alarm_actions       = [var.topic_arn]
  ok_actions          = [var.topic_arn]
}

# Hardware of AWS: EC2 moves the box to another host.
resource "aws_cloudwatch_metric_alarm" "system" {
  alarm_name          = "${var.project}-system-check"
  alarm_description   = "The host under the box failed; it is moved to another one by itself"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed_System"
  dimensions          = local.box
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 2
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn, "arn:${var.partition}:automate:${var.region}:ec2:recover"]
  ok_actions          = [var.topic_arn]
}

# The box itself: a reboot helps with a hung kernel. Later than the system's, so that both do not act at once.
resource "aws_cloudwatch_metric_alarm" "instance" {
  alarm_name          = "${var.project}-instance-check"
  alarm_description   = "The box does not answer EC2; it is rebooted by itself"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed_Instance"
  dimensions          = local.box
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn, "arn:${var.partition}:automate:${var.region}:ec2:reboot"]
  ok_actions          = [var.topic_arn]
}
