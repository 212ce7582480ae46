package com.cactuswealth.budgetguard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.budgetguard.proxy.AwsProxy;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.lambda.GuardAccount;
import com.cactuswealth.launcher.lambda.GuardEvents;
import com.cactuswealth.launcher.lambda.LambdaPackage;
import com.cactuswealth.launcher.lambda.LambdaRuntime;
import com.cactuswealth.launcher.lambda.RenderedFunction;
import com.cactuswealth.servers.MotoServer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Joins the guard and its Terraform: each function runs with the environment of {@code terraform/rendered.json}, and its
 * policy there allows exactly the calls that it is seen making.
 */
class PermissionsIT {

    /** Allowed, and never seen here. */
    private static final Map<String, String> UNSEEN = Map.of(
            "kms:Decrypt", "SNS asks for it when a topic is encrypted; moto does not",
            "kms:GenerateDataKey", "SNS asks for it when a topic is encrypted; moto does not",
            "logs:CreateLogStream", "Lambda itself writes the log",
            "logs:PutLogEvents", "Lambda itself writes the log",
            "sqs:SendMessage", "Lambda itself puts events that failed into the queue");

    private static final Project PROJECT = Project.current();
    private static final BigDecimal SPENT = new BigDecimal("71.30");
    private static final Duration PLENTY = Duration.ofMinutes(5);
    /** Less than what the guard wants to have left, so that it hands over after its first look. */
    private static final Duration SHORT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private MotoServer moto;
    private AwsProxy proxy;

    @BeforeEach
    void start() {
        moto = MotoServer.temporary();
        proxy = AwsProxy.before(moto.url());
    }

    @AfterEach
    void stop() {
        proxy.close();
        moto.close();
    }

    @Test
    void stopMayDoWhatItDoesAndNothingElse() {
        var function = RenderedFunction.of(PROJECT, "stop");
        var account = GuardAccount.in(moto, function);
        var instance = account.launch("t4g.small");
        try (var runtime = run(function)) {
            assertThat(invoke(runtime, GuardEvents.scheduled("self-test"), PLENTY))
                    .contains("\"DONE\"");
            handOver(runtime, GuardEvents.alert(function, SPENT));
        }

        assertThat(account.instance(instance).state()).isEqualTo("stopped");
        assertThatThePolicyFits(function, account);
    }

    @Test
    void resizeMayDoWhatItDoesAndNothingElse() {
        var function = RenderedFunction.of(PROJECT, "resize");
        var account = GuardAccount.in(moto, function);
        var instance = account.launch("t4g.small");
        try (var runtime = run(function)) {
            handOver(runtime, GuardEvents.scheduled("resize"));
        }

        assertThat(account.instance(instance).type()).isEqualTo("t4g.micro");
        assertThatThePolicyFits(function, account);
    }

    @Test
    void resumeMayDoWhatItDoesAndNothingElse() {
        var function = RenderedFunction.of(PROJECT, "resume");
        var account = GuardAccount.in(moto, function);
        var instance = account.launchStopped("t4g.small");
        try (var runtime = run(function)) {
            handOver(runtime, GuardEvents.scheduled("resume"));
        }

        assertThat(account.instance(instance).state()).isEqualTo("running");
        assertThatThePolicyFits(function, account);
    }

    /** Runs out of time, and is invoked again with what it asked Lambda to invoke it with. */
    private void handOver(LambdaRuntime runtime, String event) {
        invoke(runtime, event, SHORT);
        var continuation = proxy.calls("lambda:Invoke");
        assertThat(continuation).hasSize(1);
        assertThat(continuation.getFirst().parameter("InvocationType")).contains("Event");
        assertThat(invoke(runtime, continuation.getFirst().body(), PLENTY)).contains("\"DONE\"");
    }

    private void assertThatThePolicyFits(RenderedFunction function, GuardAccount account) {
        var policy = Policy.of(function.policy());
        var asked = proxy.calls().stream()
                .flatMap(call ->
                        new IamRequests(instance -> account.instance(instance).tags()).of(call).stream())
                .distinct()
                .toList();

        assertThat(asked).allMatch(policy::allows, "is allowed by the policy of " + function.functionName());
        assertThat(policy.allowedActions())
                .filteredOn(action -> !UNSEEN.containsKey(action))
                .as("what %s may do and was seen doing", function.functionName())
                .containsExactlyElementsOf(asked.stream()
                        .map(IamRequest::action)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private LambdaRuntime run(RenderedFunction function) {
        var environment = GuardAccount.environment(function, proxy.url());
        // With a webhook, whose secret it reads; nothing listens there.
        environment.put("CACTUS_BUDGET_GUARD_WEBHOOK_URL", "http://127.0.0.1:9/");
        return LambdaRuntime.start(
                LambdaPackage.command(PROJECT, Packaging.JVM),
                environment,
                function.selfArn(),
                directory.resolve(function.functionName() + ".log"));
    }

    private static String invoke(LambdaRuntime runtime, String event, Duration time) {
        var answer = runtime.invoke(UUID.randomUUID().toString(), event, time);
        assertThat(answer.failed()).as(answer.body()).isFalse();
        return answer.body();
    }
}
