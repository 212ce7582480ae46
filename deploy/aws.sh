# shellcheck shell=sh
# To be sourced: calls AWS with nothing but curl, because an agent or the AWS CLI would take the memory that the suite
# needs. Credentials, region and endpoints come from the usual environment variables or else from the instance itself.

metadata=${AWS_EC2_METADATA_SERVICE_ENDPOINT:-http://169.254.169.254}
metadata_token=

# Prints what the instance's metadata (IMDSv2) has at a path.
metadata() {
    curl -fsS --max-time 2 -H "X-aws-ec2-metadata-token: $metadata_token" "$metadata/latest/$1"
}

# Before metadata; fails where there is none.
metadata_sign_in() {
    metadata_token=$(curl -fsS --max-time 2 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' "$metadata/latest/api/token")
}

# The value of a string property, one property a line as the metadata writes them.
json_string() {
    sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"
}

# Before aws_curl: sets the credentials and the region; fails where there are none.
aws_sign_in() {
    if [ -z "${AWS_ACCESS_KEY_ID:-}" ] || [ -z "${AWS_REGION:-}" ]; then
        metadata_sign_in || return 1
    fi
    if [ -z "${AWS_ACCESS_KEY_ID:-}" ]; then
        role=$(metadata meta-data/iam/security-credentials/) || return 1
        credentials=$(metadata "meta-data/iam/security-credentials/$role") || return 1
        AWS_ACCESS_KEY_ID=$(printf '%s\n' "$credentials" | json_string AccessKeyId)
        AWS_SECRET_ACCESS_KEY=$(printf '%s\n' "$credentials" | json_string SecretAccessKey)
        AWS_SESSION_TOKEN=$(printf '%s\n' "$credentials" | json_string Token)
    fi
    [ -n "${AWS_REGION:-}" ] || AWS_REGION=$(metadata meta-data/placement/region)
}

# aws_curl SERVICE ARGUMENT…: curl with a signature. What is secret goes through standard input: arguments are shown by ps.
aws_curl() {
    aws_service=$1
    shift
    # S3 wants to be told of the body, which TLS protects; curl before 8 does not say it by itself.
    aws_payload=
    [ "$aws_service" != s3 ] || aws_payload='header = "X-Amz-Content-Sha256: UNSIGNED-PAYLOAD"'
    aws_token=
    [ -z "${AWS_SESSION_TOKEN:-}" ] || aws_token="header = \"X-Amz-Security-Token: $AWS_SESSION_TOKEN\""
    curl --config - --fail-with-body --silent --show-error "$@" <<CONFIG
aws-sigv4 = "aws:amz:$AWS_REGION:$aws_service"
user = "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"
$aws_token
$aws_payload
CONFIG
}

# The address of s3://BUCKET/KEY; with another endpoint the bucket is in the path.
s3_url() {
    bucket_and_key=${1#s3://}
    bucket=${bucket_and_key%%/*}
    key=${bucket_and_key#*/}
    if [ -n "${AWS_ENDPOINT_URL_S3:-}" ]; then
        echo "$AWS_ENDPOINT_URL_S3/$bucket/$key"
    else
        echo "https://$bucket.s3.$AWS_REGION.amazonaws.com/$key"
    fi
}
