# One page of what there is to see; three dashboards are free.

locals {
  graphs = [
    {
      title = "CPU and credits"
      metrics = [
        ["AWS/EC2", "CPUUtilization", "InstanceId", var.instance_id],
        ["AWS/EC2", "CPUCreditBalance", "InstanceId", var.instance_id, { yAxis = "right" }],
      ]
    },
    {
      title   = "Latency of the gateway, p95"
      metrics = [["Cactus", "GatewayLatencyP95", "InstanceId", var.instance_id]]
    },
    {
      title = "Memory and disk"
      metrics = [
        ["Cactus", "MemoryUsed", "InstanceId", var.instance_id],
        ["Cactus", "DiskUsed", "InstanceId", var.instance_id],
      ]
    },
    {
      title   = "The guard"
      metrics = [for action in keys(var.functions) : [local.guard, "Runs", "Action", action, { stat = "Sum" }]]
    },
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.project

  dashboard_body = jsonencode({
    widgets = concat(
      [{
        type       = "alarm", x = 0, y = 0, width = 24, height = 4
        properties = { title = "Alarms", alarms = local.every_alarm[*].arn }
      }],
      [for index, graph in local.graphs : {
        type       = "metric", x = index % 2 * 12, y = 4 + floor(index / 2) * 6, width = 12, height = 6
        properties = { title = graph.title, region = var.region, metrics = graph.metrics, period = 300, stat = "Average" }
      }],
    )
  })
}
