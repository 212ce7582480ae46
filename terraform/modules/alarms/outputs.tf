output "dashboard" {
  description = "The dashboard's name."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "alarms" {
  description = "Every alarm by its name, with what it watches and whom it tells."
  value = {
    for alarm in local.every_alarm : alarm.alarm_name => {
      namespace  = alarm.namespace
      metric     = alarm.metric_name
      dimensions = alarm.dimensions
      threshold  = alarm.threshold
      periods    = alarm.evaluation_periods
      actions    = alarm.alarm_actions
    }
  }
}
