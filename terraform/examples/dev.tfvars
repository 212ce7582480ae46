# The cheapest that runs: one t4g.micro at its bare address, mails only, and a guard that only says what it would do.

environment            = "dev"
project                = "cactus-dev"
emails                 = ["dev@example.com"]
budget_usd             = 20
data_volume_gib        = 10
termination_protection = false
dry_run                = true
