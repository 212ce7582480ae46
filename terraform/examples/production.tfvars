# A firm's one box: customer key for the topics, the dashboard told as well as people, a smaller box from January on.

environment              = "production"
emails                   = ["ops@example.com"]
instance_type            = "t4g.small"
encrypt_topics           = true
webhook_url              = "https://cactus.example.com/api/v1/hooks/budget"
webhook_secret_parameter = "/cactus/production/budget-hook-secret"
resize_at                = "at(2027-01-01T00:15:00)"
