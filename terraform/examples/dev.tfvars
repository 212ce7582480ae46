# The cheapest that runs: one t4g.micro, mails only, and a guard that only says what it would do.

environment = "dev"
project     = "cactus-dev"
emails      = ["dev@example.com"]
budget_usd  = 20
dry_run     = true
