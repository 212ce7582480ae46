# Releases come from GitHub with a token of minutes (OIDC); no key of ours lies there.

locals {
  github = var.repository == null ? 0 : 1
}

resource "aws_iam_openid_connect_provider" "github" {
  count = local.github

  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "release" {
  count = local.github

  name                 = "${var.project}-release"
  description          = "GitHub releases of ${var.repository}"
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github[0].arn }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        # Version tags only: no branch, no pull request, no fork.
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:${var.repository}:ref:refs/tags/v*" }
      }
    }]
  })
}

resource "aws_iam_role_policy" "release" {
  count = local.github

  name = "put-a-release-and-tell-the-box"
  role = aws_iam_role.release[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "PutRelease"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "arn:${var.partition}:s3:::${var.releases_bucket}/*"
      },
      {
        Sid      = "NameRelease"
        Effect   = "Allow"
        Action   = "ssm:PutParameter"
        Resource = "arn:${var.partition}:ssm:${var.region}:${var.account}:parameter${var.release_parameter}"
      },
      {
        Sid    = "TellTheBox"
        Effect = "Allow"
        Action = "ssm:SendCommand"
        Resource = [
          "arn:${var.partition}:ssm:${var.region}:${var.account}:document/${aws_ssm_document.take_release.name}",
          "arn:${var.partition}:ec2:${var.region}:${var.account}:instance/${var.instance_id}",
        ]
      },
    ]
  })
}

# Makes the box take the release that its parameter names: the only command that the release role may send.
resource "aws_ssm_document" "take_release" {
  name            = "${var.project}-take-release"
  document_type   = "Command"
  document_format = "JSON"

  content = jsonencode({
    schemaVersion = "2.2"
    description   = "Runs what the release parameter names"
    mainSteps = [{
      action = "aws:runShellScript"
      name   = "takeRelease"
      inputs = { runCommand = ["/usr/local/sbin/cactus-box"], timeoutSeconds = "900" }
    }]
  })
}
