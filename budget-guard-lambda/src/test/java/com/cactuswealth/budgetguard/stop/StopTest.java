package com.cactuswealth.budgetguard.stop;

import static com.cactuswealth.budgetguard.proxy.Fault.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.GuardTest;
import com.cactuswealth.budgetguard.LocalAws;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.TestContext;
import com.cactuswealth.budgetguard.alert.Alerts;
import com.cactuswealth.budgetguard.aws.AwsFailure;
import com.cactuswealth.budgetguard.proxy.AwsCall;
import com.cactuswealth.budgetguard.proxy.AwsError;
import com.cactuswealth.budgetguard.report.ReportView;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

@QuarkusTest
@WithTestResource(LocalAws.class)
class StopTest extends GuardTest {

    /** Less than the guard needs to hand over in. */
    private static final Duration NO_TIME = Duration.ofSeconds(20);

    @Inject
    @Named("stop")
    StopHandler handler;

    @Test
    void aSpentBudgetStopsTheInstanceAndMarksIt() {
        var instance = launch();

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.instances()).containsExactly(instance);
        assertThat(report.amount()).isEqualTo("71.30");
        assertThat(report.budgeted()).isEqualTo("75.00");
        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(instance(instance).tags())
                .containsAllEntriesOf(OURS)
                .containsEntry("cactus:stopped-period", thisMonth())
                .containsEntry("cactus:stopped-reason", "USD 71.30 of 75.00 spent");
    }

    @Test
    void theEMailSaysWhatWasSeenAndDoneWhatItStillCostsAndHowToGoBack() {
        var instance = launch();

        only(Alerts.delivered(Alerts.spent()));

        assertThat(mail()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("[Cactus] Budget guard: stop done - cactus-monthly " + thisMonth());
            assertThat(mail.text())
                    .contains("AWS Budgets informa un gasto de USD 71,30 sobre un presupuesto de USD 75,00.")
                    .contains("AWS Budgets tells of a spend of USD 71.30 of a budget of USD 75.00.")
                    .contains("Se detuvo " + instance + " (t4g.small).")
                    .contains("sigue pagando sus discos (EBS) y su dirección IPv4")
                    .contains("aws ec2 start-instances --region us-east-1 --instance-ids " + instance)
                    .contains("aws ec2 delete-tags --region us-east-1 --resources " + instance);
        });
    }

    @Test
    void theSuiteIsToldBeforeItIsStoppedAndAgainAfterwards() {
        var instance = launch();

        only(Alerts.delivered(Alerts.spent()));

        assertThat(suite().events()).hasSize(2);
        var announced = suite().events().getFirst();
        assertThat(announced.path("type").asText()).isEqualTo("budget.action");
        assertThat(announced.path("data").path("outcome").asText()).isEqualTo("ANNOUNCED");
        assertThat(announced.path("data").path("action").asText()).isEqualTo("stop");
        assertThat(announced.path("data").path("budget").asText()).isEqualTo("cactus-monthly");
        assertThat(announced.path("data").path("period").asText()).isEqualTo(thisMonth());
        assertThat(announced.path("data").path("amount").asText()).isEqualTo("71.30");
        assertThat(announced.path("data").path("instances").path(0).asText()).isEqualTo(instance);
        assertThat(announced.path("data").path("summary").path("es").asText()).contains("Está por detenerse");
        assertThat(suite().events().getLast().path("data").path("outcome").asText())
                .isEqualTo("DONE");
        var operations = proxy().calls().stream().map(AwsCall::operation).toList();
        assertThat(operations.indexOf("ssm:GetParameter")).isLessThan(operations.indexOf("ec2:StopInstances"));
    }

    @Test
    void cloudWatchGetsOneReportAndOneMetricForARun() {
        launch();

        only(Alerts.delivered(Alerts.spent()));

        assertThat(console.reports())
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("ANNOUNCED", "DONE");
        assertThat(console.metrics()).singleElement().satisfies(line -> {
            assertThat(line.path("Action").asText()).isEqualTo("stop");
            assertThat(line.path("Runs").asInt()).isEqualTo(1);
            assertThat(line.path("Failures").asInt()).isZero();
        });
    }

    @Test
    void theSameAlertDeliveredTwiceActsOnceEvenWhenSomebodyStartsTheInstanceInBetween() {
        var instance = launch();
        var alert = Alerts.delivered(Alerts.spent());

        only(alert);
        account().start(instance);
        mail();
        var second = only(alert);

        assertThat(second.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(second.reason()).isEqualTo("ALREADY_HANDLED");
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(proxy().calls("ec2:StopInstances")).hasSize(1);
        assertThat(mail()).isEmpty();
    }

    @Test
    void aHigherThresholdOfTheSameMonthStopsAgain() {
        var instance = launch();

        only(Alerts.delivered(Alerts.spent()));
        account().start(instance);
        only(Alerts.delivered(Alerts.spent().replace("$71.25", "$90.00").replace("$71.30", "$90.10")));

        assertThat(instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void twoInvocationsAtOnceActOnce() throws InterruptedException, ExecutionException {
        launch();
        var alert = Alerts.delivered(Alerts.spent());
        Callable<ReportView> invocation = () -> only(alert);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var reports = threads.invokeAll(List.of(invocation, invocation));

            assertThat(List.of(
                            reports.getFirst().get().reason(),
                            reports.getLast().get().reason()))
                    .containsExactlyInAnyOrder("SPENT", "ALREADY_HANDLED");
        }
        assertThat(proxy().calls("ec2:StopInstances")).hasSize(1);
    }

    @Test
    void anInstanceThatIsStartingIsAwaitedAndThenStopped() {
        var instance = launch();
        proxy().show(instance, "pending", 3);

        assertThat(only(Alerts.delivered(Alerts.spent())).outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(proxy().calls("ec2:StopInstances")).hasSize(1);
    }

    @Test
    void anInstanceThatSomebodyIsStoppingIsAwaitedAndNotOurs() {
        var instance = launch();
        account().stop(instance);
        proxy().show(instance, "stopping", 3);

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(report.summary().en()).contains(instance + " (t4g.small) had been stopped before");
        assertThat(instance(instance).tags()).isEqualTo(OURS);
        assertThat(proxy().calls("ec2:StopInstances")).isEmpty();
    }

    @Test
    void whatIsTerminatedIsNotSeen() {
        account().terminate(launch());

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).isEqualTo("NO_INSTANCES");
    }

    @Test
    void othersInstancesAreNotTouched() {
        var unasked = account().launch("t4g.small", Map.of("Project", "cactus"));
        var others = account().launch("t4g.small", Map.of("Project", "other", "cactus:budget-guard", "stop"));
        var reluctant = account().launch("t4g.small", Map.of("Project", "cactus", "cactus:budget-guard", "never"));

        assertThat(only(Alerts.delivered(Alerts.spent())).reason()).isEqualTo("NO_INSTANCES");

        assertThat(List.of(unasked, others, reluctant))
                .extracting(id -> instance(id).state())
                .containsOnly("running");
    }

    @Test
    void anInstanceOfAnotherRegionIsNotSeen() {
        run(Region.EU_WEST_1, 1);

        assertThat(only(Alerts.delivered(Alerts.spent())).reason()).isEqualTo("NO_INSTANCES");
    }

    @Test
    void moreInstancesThanAllowedAreAMistakeHoweverManyPagesTheyFill() {
        run(Region.US_EAST_1, 101);

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.summary().en()).startsWith("101 instances have the guard's tags and 2 are allowed");
        assertThat(proxy().calls("ec2:DescribeInstances")).hasSize(2);
        assertThat(proxy().calls("ec2:StopInstances")).isEmpty();
    }

    @Test
    void aChangeOfStateInBetweenIsLookedAtAgain() {
        var instance = launch();
        proxy().inject(refused("ec2:StopInstances", AwsError.INCORRECT_INSTANCE_STATE)
                .times(1));

        assertThat(only(Alerts.delivered(Alerts.spent())).outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void whatAwsForbidsIsToldAndNotRetried() {
        var instance = launch();
        proxy().inject(refused("ec2:StopInstances", AwsError.UNAUTHORIZED_OPERATION));

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.summary().en())
                .contains(instance + " (t4g.small) could not be stopped: AWS answered UnauthorizedOperation");
        assertThat(instance(instance).tags()).isEqualTo(OURS);
        assertThat(proxy().calls("ec2:StopInstances")).hasSize(1);
        assertThat(console.metrics().getLast().path("Failures").asInt()).isEqualTo(1);
        assertThat(mail())
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("stop failed"));
    }

    @Test
    void oneThatCannotBeStoppedDoesNotKeepTheOtherRunning() {
        var stubborn = launch();
        var willing = launch();
        proxy().inject(refused("ec2:StopInstances", AwsError.UNAUTHORIZED_OPERATION)
                .onlyFor(stubborn));

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.instances()).containsExactly(willing);
        assertThat(instance(willing).state()).isEqualTo("stopped");
        assertThat(instance(stubborn).state()).isEqualTo("running");
    }

    @Test
    void whatCannotBeMarkedIsStoppedAllTheSameAndTold() {
        var instance = launch();
        proxy().inject(refused("ec2:CreateTags", AwsError.UNAUTHORIZED_OPERATION));

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.instances()).containsExactly(instance);
        assertThat(report.summary().en()).contains(instance + " could not be tagged (UnauthorizedOperation)");
        assertThat(instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void throttlingIsWaitedOut() {
        var instance = launch();
        proxy().inject(refused("ec2:StopInstances", AwsError.REQUEST_LIMIT_EXCEEDED)
                .times(1));

        assertThat(only(Alerts.delivered(Alerts.spent())).outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(proxy().calls("ec2:StopInstances")).hasSize(2);
    }

    @Test
    void whatAwsMayDoLaterIsThrownSoThatLambdaTriesAgain() {
        var instance = launch();
        var alert = Alerts.delivered(Alerts.spent());
        var first = TestContext.any();
        proxy().inject(refused("ec2:StopInstances", AwsError.INTERNAL_ERROR));

        assertThatThrownBy(() -> handler.handleRequest(alert, first))
                .isInstanceOf(AwsFailure.class)
                .hasMessage("StopInstances: InternalError");
        assertThat(mail()).isEmpty();

        proxy().reset();
        var second = new TestContext(first.requestId(), Duration.ofMinutes(5));
        assertThat(only(alert, second).outcome()).isEqualTo(Outcome.DONE);
        assertThat(instance(instance).state()).isEqualTo("stopped");
    }

    /** The invocation that asked for the stop never heard of it; the next one still knows that it was the guard's. */
    @Test
    void aStopWhoseAnswerWasLostIsStillMarkedAsOurs() {
        var instance = launch();
        var alert = Alerts.delivered(Alerts.spent());
        proxy().inject(refused("ec2:StopInstances", AwsError.INTERNAL_ERROR).thoughDone());

        assertThatThrownBy(() -> handler.handleRequest(alert, TestContext.any()))
                .isInstanceOf(AwsFailure.class);
        assertThat(instance(instance).state()).isEqualTo("stopped");
        proxy().reset();

        assertThat(only(alert).outcome()).isEqualTo(Outcome.DONE);
        assertThat(instance(instance).tags()).containsEntry("cactus:stopped-period", thisMonth());
        assertThat(suite().events())
                .extracting(event -> event.path("data").path("outcome").asText())
                .containsExactly("ANNOUNCED", "DONE");
    }

    @Test
    void whenTimeRunsOutTheNextInvocationCarriesOn() {
        var instance = launch();
        proxy().show(instance, "pending", 1);

        assertThat(handler.handleRequest(Alerts.delivered(Alerts.spent()), TestContext.lasting(NO_TIME))
                        .reports())
                .isEmpty();
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(mail()).isEmpty();
        var handed = proxy().calls("lambda:Invoke");
        assertThat(handed)
                .singleElement()
                .satisfies(call -> assertThat(call.parameters())
                        .containsEntry("FunctionName", TestContext.FUNCTION)
                        .containsEntry("InvocationType", "Event"));

        var continuation = event(handed.getFirst().body());
        assertThat(continuation.continuation().round()).isEqualTo(1);
        var report = only(continuation);

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.amount()).isEqualTo("71.30");
        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(only(continuation).reason()).isEqualTo("ALREADY_HANDLED");
    }

    @Test
    void itDoesNotWaitForEver() {
        var instance = launch();
        proxy().show(instance, "pending", Integer.MAX_VALUE);
        handler.handleRequest(Alerts.delivered(Alerts.spent()), TestContext.lasting(NO_TIME));
        var last = proxy().calls("lambda:Invoke").getFirst().body().replace("\"round\":1", "\"round\":12");

        var report = only(event(last), TestContext.lasting(NO_TIME));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.reason()).isEqualTo("GAVE_UP");
        assertThat(report.summary().en()).contains(instance + " (t4g.small) is in the state PENDING.");
        assertThat(proxy().calls("lambda:Invoke")).hasSize(1);
    }

    @Test
    void anInventedContinuationDoesNothing() {
        var instance = launch();

        var report = only(event("""
                {"action": "stop", "continuation": {"id": "stop/cactus-monthly/%s/71.25", "round": 1}}""".formatted(thisMonth())));

        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void withoutTheLedgerNothingIsStopped() {
        var instance = launch();
        proxy().inject(refused("dynamodb:UpdateItem", AwsError.ACCESS_DENIED));

        var report = only(Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.summary().en()).startsWith("AWS refused UpdateItem (AccessDeniedException)");
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(mail()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWS Account 123456789012   | AWS Account 210987654321   | REFUSED       | OTHER_ACCOUNT
            Budget Name: cactus-monthly| Budget Name: cactus-mont\u04bbly | REFUSED  | OTHER_BUDGET
            Alert Threshold: > $71.25  | Alert Threshold: > 95%     | REFUSED       | NOT_UNDERSTOOD
            Budgeted Amount: $75.00    | Budgeted Amount: $75.06    | REFUSED       | BELOW_SHARE
            Budgeted Amount: $75.00    | Budgeted Amount: $75.05    | DONE          | SPENT
            ACTUAL                     | FORECASTED                 | NOTHING_TO_DO | FORECAST
            """)
    void onlyTheSpentBudgetOfThisAccountStops(String line, String changed, Outcome outcome, String reason) {
        var instance = launch();

        var report = only(Alerts.delivered(Alerts.spent().replace(line, changed)));

        assertThat(report.outcome()).isEqualTo(outcome);
        assertThat(report.reason()).isEqualTo(reason);
        assertThat(instance(instance).state()).isEqualTo(outcome == Outcome.DONE ? "stopped" : "running");
        assertThat(mail()).hasSize(1);
    }

    @Test
    void anAlertOfAnEarlierMonthStopsNothing() {
        var instance = launch();
        var lastMonth = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusDays(1);

        assertThat(only(Alerts.delivered(Alerts.spentIn(lastMonth))).reason()).isEqualTo("PERIOD_OVER");

        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void aForgedAlertStopsNothing() {
        var instance = launch();

        assertThat(only(Alerts.forged(Alerts.spent())).reason()).isEqualTo("NOT_SIGNED");

        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void anotherTopicsAlertStopsNothing() {
        var instance = launch();
        var topic = "arn:aws:sns:us-east-1:123456789012:cactus-budget-alerts2";

        assertThat(only(Alerts.deliveredBy(topic, Alerts.spent())).reason()).isEqualTo("OTHER_TOPIC");

        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void whatIsNotUnderstoodIsPassedOnToReadButNotAllOfIt() {
        var hostile = "<script>alert(1)</script>\u001b[2J" + "x".repeat(256 * 1024);

        var report = only(Alerts.delivered(hostile));

        assertThat(report.reason()).isEqualTo("NOT_UNDERSTOOD");
        assertThat(report.summary().en())
                .contains("<script>alert(1)</script>[2Jxxx")
                .hasSizeLessThan(2_500);
        assertThat(mail()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"resize\"}",
                "{\"Records\":[]}",
                "{\"Records\":[null,{},{\"Sns\":null}]}",
                "{\"source\":\"aws.events\",\"detail\":{}}"
            })
    void anEventOfAnythingElseIsRefused(String json) {
        var report = only(event(json));

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).isEqualTo("NOTHING_KNOWN");
    }

    @Test
    void aSuiteThatIsDownOrAMailThatCannotBeSentDoesNotKeepTheGuardFromStopping() {
        var instance = launch();
        suite().answer(500);
        proxy().inject(refused("sns:Publish", AwsError.UNAUTHORIZED_OPERATION));

        assertThat(only(Alerts.delivered(Alerts.spent())).outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void theSelfTestLooksAtEverythingAndTouchesNothing() {
        var instance = launch();

        var report = only(scheduled("self-test"));

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.summary().en()).contains("sees 1 instance(s): " + instance + " t4g.small RUNNING");
        assertThat(console.metrics().getLast().path("SelfTests").asInt()).isEqualTo(1);
        assertThat(proxy().calls())
                .extracting(AwsCall::operation)
                .containsOnly("dynamodb:GetItem", "ec2:DescribeInstances", "sns:Publish", "ssm:GetParameter");
    }

    /** A guard that would find nothing to stop guards nothing. */
    @Test
    void aSelfTestThatSeesNoInstanceFails() {
        var report = only(scheduled("self-test"));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.reason()).isEqualTo("NO_INSTANCES");
        assertThat(console.metrics().getLast().path("SelfTests").asInt()).isZero();
    }

    @Test
    void aSelfTestThatMayNotLookFails() {
        proxy().inject(refused("ec2:DescribeInstances", AwsError.UNAUTHORIZED_OPERATION));

        assertThat(only(scheduled("self-test")).outcome()).isEqualTo(Outcome.FAILED);

        assertThat(console.metrics().getLast().path("SelfTests").asInt()).isZero();
    }

    private ReportView only(GuardEvent event) {
        return only(event, TestContext.any());
    }

    private ReportView only(GuardEvent event, Context context) {
        var reports = handler.handleRequest(event, context).reports();
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }

    private static void run(Region region, int number) {
        var tags = OURS.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        try (var ec2 = Ec2Client.builder()
                .region(region)
                .endpointOverride(proxy().url())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build()) {
            var specification = TagSpecification.builder()
                    .resourceType(ResourceType.INSTANCE)
                    .tags(tags)
                    .build();
            for (var launched = 0; launched < number; launched++) {
                ec2.runInstances(request -> request.imageId("ami-12345678")
                        .instanceType(InstanceType.T4_G_SMALL)
                        .minCount(1)
                        .maxCount(1)
                        .tagSpecifications(specification));
            }
        }
    }
}
