package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.proxy.AwsProxy;
import com.cactuswealth.servers.MotoAccount;
import com.cactuswealth.servers.MotoServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An AWS for the guard, with a proxy before it, and a suite that takes its webhooks. */
public final class LocalAws implements QuarkusTestResourceLifecycleManager {

    public static final String BUDGET = "cactus-monthly";
    public static final String TABLE = "cactus-budget-guard";
    public static final String REPORTS = "cactus-report";
    public static final String ALERT_TOPIC = "arn:aws:sns:us-east-1:123456789012:cactus-budget-alerts";
    public static final String SECRET_PARAMETER = "/cactus/hook";
    public static final String SECRET = "whsec_Y2FjdHVzLWJ1ZGdldC1ndWFyZC10ZXN0LXNlY3JldA==";

    private static MotoServer moto;
    private static AwsProxy proxy;
    private static HookReceiver suite;

    @Override
    public Map<String, String> start() {
        moto = MotoServer.temporary();
        proxy = AwsProxy.before(moto.url());
        suite = HookReceiver.start();
        // Where the SDK looks for credentials first.
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        var prefix = "cactus.budget-guard.";
        return Map.ofEntries(
                Map.entry(prefix + "account", MotoServer.ACCOUNT),
                Map.entry(prefix + "budget", BUDGET),
                Map.entry(prefix + "project", "cactus"),
                Map.entry(prefix + "table", TABLE),
                Map.entry(
                        prefix + "report-topic-arn",
                        "arn:aws:sns:%s:%s:%s".formatted(MotoServer.REGION, MotoServer.ACCOUNT, REPORTS)),
                Map.entry(prefix + "alert-topic-arn", ALERT_TOPIC),
                Map.entry(prefix + "max-instances", "2"),
                Map.entry(prefix + "instance-types", "t4g.micro,t4g.nano,t4g.small"),
                Map.entry(prefix + "webhook-url", suite.url().toString()),
                Map.entry(prefix + "webhook-secret-parameter", SECRET_PARAMETER),
                Map.entry(prefix + "poll-interval", "PT0.01S"),
                Map.entry(prefix + "endpoint", proxy.url().toString()));
    }

    @Override
    public void stop() {
        suite.close();
        proxy.close();
        moto.close();
    }

    static MotoServer moto() {
        return moto;
    }

    static AwsProxy proxy() {
        return proxy;
    }

    static HookReceiver suite() {
        return suite;
    }

    /** Behind the proxy's back. */
    static MotoAccount account() {
        return new MotoAccount(moto.url());
    }
}
