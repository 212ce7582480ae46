# A firm's one box behind its name: a key of its own for the topics, the dashboard told as well as people, AWS' own
# stop as a second line of defence, and a smaller box from January on.

environment       = "production"
emails            = ["ops@example.com"]
instance_type     = "t4g.small"
domain            = "cactus.example.com"
edge              = "cloudfront"
encrypt_topics    = true
native_action     = true
resize_at         = "at(2027-01-01T00:15:00)"
github_repository = "example/cactus"
