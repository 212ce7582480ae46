package com.cactuswealth.launcher.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** What only the account itself can tell: who one is, whether the region has the machine, and whether quotas suffice. */
final class AccountChecks {

    /** Of on-demand standard instances, in virtual CPUs; a t4g has two. */
    private static final String VCPU_QUOTA = "L-1216C47A";

    private static final String ADDRESS_QUOTA = "L-0263D0A3";

    /** AWS keeps a hundred executions for functions that reserve none; our three reserve one each. */
    private static final int EXECUTIONS_NEEDED = 103;

    private final AwsCli aws;
    private final Consumer<Finding> report;

    AccountChecks(AwsCli aws, Consumer<Finding> report) {
        this.aws = aws;
        this.report = report;
    }

    void run() {
        if (!AwsCli.isInstalled()) {
            report.accept(Finding.leftOut("account", "no AWS CLI on the PATH"));
            return;
        }
        var account = aws.account();
        if (account.isEmpty()) {
            report.accept(Finding.leftOut(
                    "account", "no credentials (AWS_PROFILE, or aws configure sso): region, quotas and free tier too"));
            return;
        }
        report.accept(Finding.of(true, "account", account.get()));
        region();
        quota("CPUs", "ec2", VCPU_QUOTA, 2);
        quota("addresses", "ec2", ADDRESS_QUOTA, 1);
        concurrency();
        freeTier();
    }

    private void region() {
        var offered = aws.ask(
                        "ec2",
                        "describe-instance-type-offerings",
                        "--filters",
                        "Name=instance-type,Values=t4g.micro,t4g.small")
                .map(answer -> answer.path("InstanceTypeOfferings").size())
                .orElse(0);
        report.accept(Finding.of(offered == 2, "region", offered + " of t4g.micro and t4g.small are offered"));
    }

    private void quota(String what, String service, String code, int needed) {
        var quota = aws.ask("service-quotas", "get-service-quota", "--service-code", service, "--quota-code", code)
                .map(answer -> answer.path("Quota").path("Value"))
                .filter(JsonNode::isNumber);
        report.accept(quota.map(value ->
                        Finding.of(value.asInt() >= needed, what, value.asInt() + " allowed, " + needed + " needed"))
                .orElseGet(() -> Finding.leftOut(what, "AWS does not tell the quota " + code)));
    }

    private void concurrency() {
        var executions = aws.ask("lambda", "get-account-settings")
                .map(answer ->
                        answer.path("AccountLimit").path("ConcurrentExecutions").asInt())
                .orElse(0);
        report.accept(
                executions >= EXECUTIONS_NEEDED
                        ? Finding.of(true, "concurrency", executions + " executions")
                        : Finding.hint(
                                "concurrency",
                                executions + " executions: too few to reserve any, set reserve_concurrency = false"));
    }

    /** What of the free tier is nearly used up, if the account has one. */
    private void freeTier() {
        aws.ask("freetier", "get-free-tier-usage").ifPresent(answer -> {
            for (var usage : answer.path("freeTierUsages")) {
                var limit = usage.path("limit").asDouble();
                var forecast = usage.path("forecastedUsageAmount").asDouble();
                if (limit > 0 && forecast > limit) {
                    report.accept(Finding.hint(
                            "free tier",
                            "%s %s: %.0f of %.0f %s forecast"
                                    .formatted(
                                            usage.path("service").asText(),
                                            usage.path("usageType").asText(),
                                            forecast,
                                            limit,
                                            usage.path("unit").asText())));
                }
            }
        });
    }
}
