package com.cactuswealth.budgetguard.resize;

import static com.cactuswealth.budgetguard.proxy.Fault.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.cactuswealth.budgetguard.GuardEvent;
import com.cactuswealth.budgetguard.GuardTest;
import com.cactuswealth.budgetguard.LocalAws;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.TestContext;
import com.cactuswealth.budgetguard.aws.AwsFailure;
import com.cactuswealth.budgetguard.proxy.AwsCall;
import com.cactuswealth.budgetguard.proxy.AwsError;
import com.cactuswealth.budgetguard.report.ReportView;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types, in order of preference, are t4g.micro, t4g.nano and t4g.small. */
@QuarkusTest
@WithTestResource(LocalAws.class)
class ResizeTest extends GuardTest {

    private static final Duration NO_TIME = Duration.ofSeconds(20);

    @Inject
    @Named("resize")
    ResizeHandler handler;

    @Test
    void aRunningInstanceBecomesTheBestTypeAndRunsAgain() {
        var instance = launch();

        var report = resize();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.instances()).containsExactly(instance);
        assertThat(instance(instance).type()).isEqualTo("t4g.micro");
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(changes()).containsExactly("ec2:StopInstances", "ec2:ModifyInstanceAttribute", "ec2:StartInstances");
        assertThat(report.undo())
                .containsExactly(
                        "aws ec2 stop-instances --region us-east-1 --instance-ids " + instance,
                        "aws ec2 wait instance-stopped --region us-east-1 --instance-ids " + instance,
                        "aws ec2 modify-instance-attribute --region us-east-1 --instance-id " + instance
                                + " --instance-type Value=t4g.small",
                        "aws ec2 start-instances --region us-east-1 --instance-ids " + instance);
        assertThat(mail())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(instance + " cambió de t4g.small a t4g.micro y funciona.")
                        .contains(instance + " was changed from t4g.small to t4g.micro and works."));
        assertThat(suite().events())
                .extracting(event -> event.path("data").path("outcome").asText())
                .containsExactly("ANNOUNCED", "DONE");
    }

    @Test
    void theRightTypeIsLeftAlone() {
        account().launch("t4g.micro", OURS);

        var report = resize();

        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(report.reason()).isEqualTo("RIGHT_TYPE");
        assertThat(changes()).isEmpty();
    }

    @Test
    void aStoppedInstanceIsChangedAndStaysStopped() {
        var instance = launch();
        account().stop(instance);

        assertThat(resize().outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).type()).isEqualTo("t4g.micro");
        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(changes()).containsExactly("ec2:ModifyInstanceAttribute");
    }

    @Test
    void withoutCapacityTheNextTypeIsTakenAndTold() {
        var instance = launch();
        proxy().inject(refused("ec2:StartInstances", AwsError.INSUFFICIENT_INSTANCE_CAPACITY)
                .times(1));

        var report = resize();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(instance(instance).type()).isEqualTo("t4g.nano");
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(report.summary().en())
                .contains(instance + " was changed from t4g.small to t4g.nano and works.")
                .contains(instance + " did not work as a t4g.micro: StartInstances: InsufficientInstanceCapacity.");
    }

    @Test
    void withoutCapacityForAnySmallerTypeItRunsOnItsOldOne() {
        var instance = launch();
        proxy().inject(refused("ec2:StartInstances", AwsError.INSUFFICIENT_INSTANCE_CAPACITY)
                .times(2));

        var report = resize();

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(instance(instance).type()).isEqualTo("t4g.small");
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(report.summary().en()).contains(instance + " works with the type it had, t4g.small.");
    }

    @Test
    void withoutAnyCapacityItSaysExactlyWhatIsLeftToDo() {
        var instance = launch();
        proxy().inject(refused("ec2:StartInstances", AwsError.INSUFFICIENT_INSTANCE_CAPACITY));

        var report = resize();

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.summary().en())
                .contains(instance + " (t4g.small) was left in the state STOPPED. To be done by hand: "
                        + "aws ec2 start-instances --region us-east-1 --instance-ids " + instance);
        assertThat(instance(instance).type()).isEqualTo("t4g.small");
    }

    @Test
    void aChangeThatIsForbiddenLeavesItRunningAsItWas() {
        var instance = launch();
        proxy().inject(refused("ec2:ModifyInstanceAttribute", AwsError.UNAUTHORIZED_OPERATION));

        var report = resize();

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(instance(instance).type()).isEqualTo("t4g.small");
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(report.summary().en())
                .contains("did not work as a t4g.micro: ModifyInstanceAttribute: UnauthorizedOperation.");
    }

    @Test
    void aStopThatIsForbiddenChangesNothing() {
        var instance = launch();
        proxy().inject(refused("ec2:StopInstances", AwsError.UNAUTHORIZED_OPERATION));

        assertThat(resize().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(changes()).containsExactly("ec2:StopInstances");
        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void anotherArchitectureIsRefused() {
        var instance = account().launch("t4g.small", "x86_64", OURS);

        var report = resize();

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.summary().en()).isEqualTo(instance + " is not changed: it is x86_64 and t4g.micro is not.");
        assertThat(changes()).isEmpty();
    }

    @Test
    void aTypeThatNothingLeadsBackToIsRefused() {
        account().launch("m7g.large", OURS);

        assertThat(resize().reason()).isEqualTo("UNKNOWN_TYPE");

        assertThat(changes()).isEmpty();
    }

    @Test
    void aChangeOfStateInBetweenIsLookedAtAgain() {
        var instance = launch();
        proxy().inject(refused("ec2:ModifyInstanceAttribute", AwsError.INCORRECT_INSTANCE_STATE)
                .times(1));

        assertThat(resize().outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).type()).isEqualTo("t4g.micro");
    }

    @Test
    void whenTimeRunsOutTheNextInvocationStartsWhatThisOneStopped() {
        var instance = launch();

        assertThat(handler.handleRequest(scheduled("resize"), TestContext.lasting(NO_TIME))
                        .reports())
                .isEmpty();
        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(instance(instance).type()).isEqualTo("t4g.small");

        var report = only(event(proxy().calls("lambda:Invoke").getFirst().body()), TestContext.any());

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(instance(instance).type()).isEqualTo("t4g.micro");
    }

    @Test
    void aTroubleInTheMiddleIsThrownAndTheRetryEndsIt() {
        var instance = launch();
        proxy().inject(refused("ec2:StartInstances", AwsError.INTERNAL_ERROR));

        assertThatThrownBy(() -> handler.handleRequest(scheduled("resize"), TestContext.any()))
                .isInstanceOf(AwsFailure.class)
                .hasMessage("StartInstances: InternalError");
        assertThat(instance(instance).state()).isEqualTo("stopped");
        proxy().reset();

        assertThat(resize().outcome()).isEqualTo(Outcome.DONE);
        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void aScheduleThatFiresTwiceActsOnce() {
        launch();
        proxy().inject(refused("ec2:ModifyInstanceAttribute", AwsError.UNAUTHORIZED_OPERATION));

        assertThat(resize().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(resize().reason()).isEqualTo("ALREADY_HANDLED");

        assertThat(proxy().calls("ec2:StopInstances")).hasSize(1);
    }

    @Test
    void somethingElseThanAResizeIsRefused() {
        assertThat(only(scheduled("stop"), TestContext.any()).reason()).isEqualTo("NOTHING_KNOWN");
    }

    private ReportView resize() {
        return only(scheduled("resize"), TestContext.any());
    }

    private ReportView only(GuardEvent event, Context context) {
        var reports = handler.handleRequest(event, context).reports();
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }

    /** What was done to instances, in order. */
    private static List<String> changes() {
        return proxy().calls().stream()
                .map(AwsCall::operation)
                .filter(operation -> operation.startsWith("ec2:") && !operation.startsWith("ec2:Describe"))
                .toList();
    }
}
