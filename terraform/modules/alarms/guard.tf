# Who guards the guard.

resource "aws_cloudwatch_metric_alarm" "function_errors" {
  for_each = var.functions

  alarm_name          = "${var.project}-guard-${each.key}-errors"
  alarm_description   = "The guard's ${each.key} ended with an error; Lambda tries twice more, then the event is in ${var.failures_queue}"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = each.value }
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "guard_failures" {
  for_each = var.functions

  alarm_name          = "${var.project}-guard-${each.key}-failed"
  alarm_description   = "The guard's ${each.key} ran and could not do its work; its mail says what is left to do"
  namespace           = local.guard
  metric_name         = "Failures"
  dimensions          = { Action = each.key }
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "failures_queue" {
  alarm_name          = "${var.project}-guard-undelivered"
  alarm_description   = "Something meant for the guard was given up and lies in ${var.failures_queue}"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = var.failures_queue }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn]
  ok_actions          = [var.topic_arn]
}

# An alarm looks back seven days at most, so the self-test is weekly: in any seven days there is one.
resource "aws_cloudwatch_metric_alarm" "self_test" {
  alarm_name          = "${var.project}-guard-not-tested"
  alarm_description   = "The guard's weekly self-test did not come: schedule, permission or function are broken, and nobody watches the budget"
  namespace           = local.guard
  metric_name         = "SelfTests"
  dimensions          = { Action = "stop" }
  statistic           = "Sum"
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 24 * 3600
  evaluation_periods  = 7
  treat_missing_data  = "breaching"
  alarm_actions       = [var.topic_arn]
  ok_actions          = [var.topic_arn]
}

locals {
  every_alarm = concat(
    values(aws_cloudwatch_metric_alarm.box),
    values(aws_cloudwatch_metric_alarm.function_errors),
    values(aws_cloudwatch_metric_alarm.guard_failures),
    [
      aws_cloudwatch_metric_alarm.credits,
      aws_cloudwatch_metric_alarm.silent,
      aws_cloudwatch_metric_alarm.system,
      aws_cloudwatch_metric_alarm.instance,
      aws_cloudwatch_metric_alarm.failures_queue,
      aws_cloudwatch_metric_alarm.self_test,
    ],
  )
}
