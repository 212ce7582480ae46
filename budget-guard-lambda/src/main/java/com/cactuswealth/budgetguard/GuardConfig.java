package com.cactuswealth.budgetguard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The guard's settings; on AWS they come from the function's environment, {@code CACTUS_BUDGET_GUARD_…}. */
@ConfigMapping(prefix = "cactus.budget-guard")
public interface GuardConfig {

    /** The AWS account that alerts must be about, twelve digits. */
    String account();

    /** The name of the budget that alerts must be about, and that resume reads. */
    String budget();

    /** Only instances whose tag {@code Project} has this value are touched. */
    String project();

    /** The DynamoDB table in which every action is claimed. */
    String table();

    /** Where reports go as e-mail; without it they are only logged. */
    Optional<String> reportTopicArn();

    /** Whether to report what would be done and do nothing. */
    @WithDefault("false")
    boolean dryRun();

    /** More instances than these with the guard's tags are a mistake: nothing is touched then. */
    @WithDefault("1")
    int maxInstances();

    /** Where the suite takes {@code budget.action} webhooks; without it none is sent. */
    Optional<URI> webhookUrl();

    /** The SSM parameter (SecureString) that holds the webhooks' secret, {@code whsec_…}. */
    Optional<String> webhookSecretParameter();

    /** The topic to which AWS Budgets publishes; alerts of any other are refused. */
    Optional<String> alertTopicArn();

    /** The share of the budgeted amount that must be spent before anything is stopped, or that keeps resume away. */
    @WithDefault("0.95")
    BigDecimal share();

    /** Whether an alert must bear the signature of SNS. Off only where events are made by hand. */
    @WithDefault("true")
    boolean verifySignature();

    /** The types that resize may choose, the best first. */
    Optional<List<String>> instanceTypes();

    /** How long to wait between two looks at an instance that changes its state. */
    @WithDefault("5S")
    Duration pollInterval();

    /** With less than this left to live, a function hands over to its next invocation. */
    @WithDefault("25S")
    Duration handOverBefore();

    /** The region of everything that is touched; Lambda sets {@code AWS_REGION}. */
    @WithDefault("${aws.region:us-east-1}")
    String region();

    /** An endpoint for every service in place of AWS' own, for tests and {@code simulate}. */
    @WithDefault("${aws.endpoint.url:}")
    Optional<URI> endpoint();
}
