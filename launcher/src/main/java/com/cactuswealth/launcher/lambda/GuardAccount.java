package com.cactuswealth.launcher.lambda;

import com.cactuswealth.servers.MotoAccount;
import com.cactuswealth.servers.MotoAccount.Instance;
import com.cactuswealth.servers.MotoAccount.Mail;
import com.cactuswealth.servers.MotoServer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account in moto with what Terraform makes for the budget guard, and one instance. */
public final class GuardAccount {

    private static final BigDecimal LIMIT = new BigDecimal("75.00");
    private static final String WEBHOOK_SECRET = "whsec_Y2FjdHVzLWJ1ZGdldC1ndWFyZC10ZXN0LXNlY3JldA==";

    private final MotoAccount account;
    private final RenderedFunction function;

    private GuardAccount(MotoAccount account, RenderedFunction function) {
        this.account = account;
        this.function = function;
    }

    /** Makes topic, table, budget and secret in an empty account. */
    public static GuardAccount in(MotoServer moto, RenderedFunction function) {
        var account = new MotoAccount(moto.url());
        account.topic(function.nameIn("REPORT_TOPIC_ARN"));
        account.table(function.setting("TABLE"));
        account.secret(function.setting("WEBHOOK_SECRET_PARAMETER"), WEBHOOK_SECRET);
        account.budget(function.setting("BUDGET"), LIMIT, BigDecimal.ZERO);
        return new GuardAccount(account, function);
    }

    /** Launches an instance that the guard may touch. */
    public String launch(String type) {
        return account.launch(
                type, new TreeMap<>(Map.of("Project", function.setting("PROJECT"), "cactus:budget-guard", "stop")));
    }

    /** Launches one that the guard's stop left behind a month ago. */
    public String launchStopped(String type) {
        var instance = launch(type);
        account.stop(instance);
        var lastMonth = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
        account.tag(instance, "cactus:stopped-period", lastMonth.toString());
        account.tag(instance, "cactus:stopped-reason", "USD 71.30 of 75.00 spent");
        return instance;
    }

    /** Keeps resume away. */
    public void hold(String instance) {
        account.tag(instance, "cactus:hold", "somebody looks into it");
    }

    public Instance instance(String id) {
        return account.instance(id);
    }

    /** The reports since the last time it was asked. */
    public List<Mail> mail() {
        return account.mail(function.nameIn("REPORT_TOPIC_ARN"));
    }

    /**
     * The function's environment, with this account for AWS. Two things do not exist here: a suite that would take
     * webhooks, and Amazon's signature on events that are made by hand. And moto's instances change at once, so there is
     * nothing to wait for.
     */
    public static Map<String, String> environment(RenderedFunction function, URI aws) {
        var environment = new HashMap<>(function.environment());
        environment.remove("CACTUS_BUDGET_GUARD_WEBHOOK_URL");
        environment.replace("CACTUS_BUDGET_GUARD_VERIFY_SIGNATURE", "false");
        environment.put("CACTUS_BUDGET_GUARD_POLL_INTERVAL", "PT0.01S");
        environment.putAll(Map.of(
                "AWS_ENDPOINT_URL",
                aws.toString(),
                "AWS_REGION",
                MotoServer.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_LAMBDA_FUNCTION_NAME",
                function.functionName()));
        return environment;
    }
}
