package com.cactuswealth.budgetguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.lambda.FunctionHost;
import com.cactuswealth.launcher.lambda.GuardAccount;
import com.cactuswealth.launcher.lambda.GuardEvents;
import com.cactuswealth.launcher.lambda.InterfaceEmulator;
import com.cactuswealth.launcher.lambda.LambdaPackage;
import com.cactuswealth.launcher.lambda.LambdaRuntime;
import com.cactuswealth.launcher.lambda.RenderedFunction;
import com.cactuswealth.servers.MotoServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged functions, with the environment that Terraform gives them, against an AWS that keeps state: a native executable
 * in AWS' emulator of Lambda when {@code cactus.native} names this module, else on the JVM in our own runtime.
 */
class BudgetGuardIT {

    private static final Project PROJECT = Project.current();
    private static final Packaging PACKAGING =
            System.getProperty("cactus.native", "").contains(Project.LAMBDA) ? Packaging.NATIVE : Packaging.JVM;
    private final String thisMonth = YearMonth.now(ZoneOffset.UTC).toString();
    private static final Map<String, String> OURS = Map.of("Project", "cactus", "cactus:budget-guard", "stop");

    @TempDir
    private Path directory;

    private MotoServer moto;

    @BeforeEach
    void start() {
        moto = MotoServer.temporary();
    }

    @AfterEach
    void stop() {
        moto.close();
    }

    @Test
    void theAlertOfASpentBudgetStopsTheInstanceAndSaysHowToGoBack() throws IOException {
        var function = RenderedFunction.of(PROJECT, "stop");
        var account = GuardAccount.in(moto, function);
        var instance = account.launch("t4g.small");

        var report = invoke(function, GuardEvents.alert(function, new BigDecimal("71.30")));

        assertThat(report.path("action").asText()).isEqualTo("stop");
        assertThat(report.path("outcome").asText()).isEqualTo("DONE");
        assertThat(report.path("amount").asText()).isEqualTo("71.30");
        assertThat(account.instance(instance).state()).isEqualTo("stopped");
        assertThat(account.instance(instance).tags())
                .containsAllEntriesOf(OURS)
                .containsEntry("cactus:stopped-period", thisMonth)
                .containsKey("cactus:stopped-reason");
        assertThat(account.mail()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("stop done").contains("cactus-monthly " + thisMonth);
            assertThat(mail.text())
                    .contains("USD 71,30")
                    .contains("USD 71.30")
                    .contains("Para volver atrás:")
                    .contains("aws ec2 start-instances")
                    .contains(instance);
        });
    }

    @Test
    void theSameAlertTwiceActsOnce() throws IOException {
        var function = RenderedFunction.of(PROJECT, "stop");
        var account = GuardAccount.in(moto, function);
        account.launch("t4g.small");
        var alert = GuardEvents.alert(function, new BigDecimal("71.30"));

        assertThat(invoke(function, alert).path("outcome").asText()).isEqualTo("DONE");
        assertThat(account.mail()).hasSize(1);

        assertThat(invoke(function, alert).path("outcome").asText()).isEqualTo("NOTHING_TO_DO");
        assertThat(account.mail()).isEmpty();
    }

    @Test
    void theAlertOfAnotherAccountsBudgetStopsNothingAndIsTold() throws IOException {
        var function = RenderedFunction.of(PROJECT, "stop");
        var account = GuardAccount.in(moto, function);
        var instance = account.launch("t4g.small");
        var foreign = Files.readString(PROJECT.module(Project.LAMBDA).resolve("events/budget-alert.json"));

        var report = invoke(function, foreign);

        assertThat(report.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(account.instance(instance).state()).isEqualTo("running");
        assertThat(account.instance(instance).tags()).isEqualTo(OURS);
        assertThat(account.mail())
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("refused"));
    }

    @Test
    void theScheduleMakesTheSmallInstanceMicroAndLeavesItRunning() throws IOException {
        var function = RenderedFunction.of(PROJECT, "resize");
        var account = GuardAccount.in(moto, function);
        var instance = account.launch("t4g.small");

        var report = invoke(function, GuardEvents.scheduled("resize"));

        assertThat(report.path("outcome").asText()).isEqualTo("DONE");
        assertThat(account.instance(instance).type()).isEqualTo("t4g.micro");
        assertThat(account.instance(instance).state()).isEqualTo("running");
        assertThat(account.mail())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("t4g.small")
                        .contains("t4g.micro")
                        .contains(instance));
    }

    @Test
    void theNewMonthStartsWhatTheGuardStopped() throws IOException {
        var function = RenderedFunction.of(PROJECT, "resume");
        var account = GuardAccount.in(moto, function);
        var instance = account.launchStopped("t4g.small");

        var report = invoke(function, GuardEvents.scheduled("resume"));

        assertThat(report.path("outcome").asText()).isEqualTo("DONE");
        assertThat(account.instance(instance).state()).isEqualTo("running");
        assertThat(account.instance(instance).tags()).isEqualTo(OURS);
        assertThat(account.mail())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(instance));
    }

    @Test
    void theNewMonthLeavesAnInstanceThatSomebodyHolds() throws IOException {
        var function = RenderedFunction.of(PROJECT, "resume");
        var account = GuardAccount.in(moto, function);
        var instance = account.launchStopped("t4g.small");
        account.hold(instance);

        var report = invoke(function, GuardEvents.scheduled("resume"));

        assertThat(report.path("outcome").asText()).isEqualTo("NOTHING_TO_DO");
        assertThat(account.instance(instance).state()).isEqualTo("stopped");
    }

    private JsonNode invoke(RenderedFunction function, String event) throws IOException {
        try (var host = host(function)) {
            var answer = host.invoke(event);
            assertThat(answer.failed()).as(answer.body()).isFalse();
            var reports = new ObjectMapper().readTree(answer.body()).path("reports");
            assertThat(reports).hasSize(1);
            return reports.get(0);
        }
    }

    private FunctionHost host(RenderedFunction function) {
        var command = LambdaPackage.command(PROJECT, PACKAGING);
        var environment = GuardAccount.environment(function, moto.url());
        var log = directory.resolve("log");
        return switch (PACKAGING) {
            case NATIVE -> InterfaceEmulator.start(command, environment, log);
            case JVM -> LambdaRuntime.start(command, environment, function.selfArn(), log);
        };
    }
}
