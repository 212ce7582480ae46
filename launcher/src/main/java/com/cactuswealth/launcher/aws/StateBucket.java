package com.cactuswealth.launcher.aws;

/** Where Terraform keeps its state. Terraform cannot make it, since it needs it before anything. */
public final class StateBucket {

    private final AwsCli aws;
    private final String name;
    private final String region;

    public StateBucket(AwsCli aws, String name, String region) {
        this.aws = aws;
        this.name = name;
        this.region = region;
    }

    /** Makes it, unless it is there. New buckets are private and encrypted by themselves; this one remembers too. */
    public void make() {
        if (aws.ask("s3api", "head-bucket", "--bucket", name).isPresent()) {
            return;
        }
        if (region.equals("us-east-1")) {
            // The one region that must not be named.
            aws.require("s3api", "create-bucket", "--bucket", name);
        } else {
            aws.require(
                    "s3api",
                    "create-bucket",
                    "--bucket",
                    name,
                    "--create-bucket-configuration",
                    "LocationConstraint=" + region);
        }
        aws.require("s3api", "put-bucket-versioning", "--bucket", name, "--versioning-configuration", "Status=Enabled");
    }
}
