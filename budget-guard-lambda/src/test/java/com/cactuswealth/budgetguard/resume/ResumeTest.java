package com.cactuswealth.budgetguard.resume;

import static com.cactuswealth.budgetguard.proxy.Fault.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.budgetguard.GuardTest;
import com.cactuswealth.budgetguard.LocalAws;
import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.TestContext;
import com.cactuswealth.budgetguard.aws.AwsFailure;
import com.cactuswealth.budgetguard.proxy.AwsError;
import com.cactuswealth.budgetguard.report.ReportView;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalAws.class)
class ResumeTest extends GuardTest {

    @Inject
    @Named("resume")
    ResumeHandler handler;

    @Test
    void theNewMonthStartsWhatTheGuardStoppedAndForgetsIt() {
        var instance = stoppedByTheGuardIn(lastMonth());
        spend("0.42");

        var report = resume();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.instances()).containsExactly(instance);
        assertThat(instance(instance).state()).isEqualTo("running");
        assertThat(instance(instance).tags()).isEqualTo(OURS);
        assertThat(report.undo())
                .containsExactly("aws ec2 stop-instances --region us-east-1 --instance-ids " + instance);
        assertThat(mail())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(instance + " (t4g.small) volvió a encenderse.")
                        .contains(instance + " (t4g.small) runs again."));
    }

    @Test
    void whatSomebodyElseStoppedStaysStopped() {
        var instance = launch();
        account().stop(instance);
        spend("0.42");

        assertThat(resume().reason()).isEqualTo("NOTHING_TO_RESUME");

        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(mail()).isEmpty();
    }

    @Test
    void whatIsHeldStaysStopped() {
        var held = stoppedByTheGuardIn(lastMonth());
        account().tag(held, "cactus:hold", "");
        var free = stoppedByTheGuardIn(lastMonth());
        spend("0.42");

        var report = resume();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.instances()).containsExactly(free);
        assertThat(instance(held).state()).isEqualTo("stopped");
        assertThat(instance(held).tags()).containsEntry("cactus:stopped-period", lastMonth());
        assertThat(report.summary().en()).contains(held + " stays stopped: it has the tag cactus:hold.");
    }

    @Test
    void nothingStartsWhileTheBudgetIsStillExceeded() {
        var instance = stoppedByTheGuardIn(lastMonth());
        spend("71.25");

        var report = resume();

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.reason()).isEqualTo("STILL_OVER");
        assertThat(report.amount()).isEqualTo("71.25");
        assertThat(report.budgeted()).isEqualTo("75.00");
        assertThat(instance(instance).state()).isEqualTo("stopped");
        assertThat(instance(instance).tags()).containsEntry("cactus:stopped-period", lastMonth());
    }

    @Test
    void aCentLessIsEnoughToStart() {
        var instance = stoppedByTheGuardIn(lastMonth());
        spend("71.24");

        assertThat(resume().outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void whatSomebodyHasStartedIsOnlyForgotten() {
        var instance = stoppedByTheGuardIn(lastMonth());
        account().start(instance);
        spend("0.42");

        assertThat(resume().outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).tags()).isEqualTo(OURS);
        assertThat(proxy().calls("ec2:StartInstances")).isEmpty();
    }

    @Test
    void anInstanceThatIsStillStoppingIsAwaited() {
        var instance = stoppedByTheGuardIn(lastMonth());
        proxy().show(instance, "stopping", 3);
        spend("0.42");

        assertThat(resume().outcome()).isEqualTo(Outcome.DONE);

        assertThat(instance(instance).state()).isEqualTo("running");
    }

    @Test
    void withoutCapacityTheMarkStaysSoThatTheNextTryFindsIt() {
        var instance = stoppedByTheGuardIn(lastMonth());
        spend("0.42");
        proxy().inject(refused("ec2:StartInstances", AwsError.INSUFFICIENT_INSTANCE_CAPACITY));

        var report = resume();

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.summary().en())
                .isEqualTo(instance + " (t4g.small) could not be started: AWS answered InsufficientInstanceCapacity.");
        assertThat(instance(instance).tags()).containsEntry("cactus:stopped-period", lastMonth());
    }

    @Test
    void oneThatCannotBeStartedDoesNotKeepTheOtherStopped() {
        var stubborn = stoppedByTheGuardIn(lastMonth());
        var willing = stoppedByTheGuardIn(lastMonth());
        spend("0.42");
        proxy().inject(refused("ec2:StartInstances", AwsError.UNAUTHORIZED_OPERATION)
                .onlyFor(stubborn));

        var report = resume();

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.instances()).containsExactly(willing);
        assertThat(instance(willing).state()).isEqualTo("running");
        assertThat(instance(willing).tags()).isEqualTo(OURS);
    }

    @Test
    void whenTimeRunsOutTheNextInvocationCarriesOn() {
        var instance = stoppedByTheGuardIn(lastMonth());
        spend("0.42");

        assertThat(handler.handleRequest(scheduled("resume"), TestContext.lasting(Duration.ofSeconds(20)))
                        .reports())
                .isEmpty();

        var continuation = event(proxy().calls("lambda:Invoke").getFirst().body());
        var reports = handler.handleRequest(continuation, TestContext.any()).reports();
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.outcome()).isEqualTo(Outcome.DONE);
            assertThat(report.instances()).containsExactly(instance);
        });
        assertThat(instance(instance).tags()).isEqualTo(OURS);
    }

    @Test
    void aBudgetThatMayNotBeReadStartsNothing() {
        var instance = stoppedByTheGuardIn(lastMonth());
        proxy().inject(refused("budgets:DescribeBudget", AwsError.ACCESS_DENIED));

        var report = resume();

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.summary().en()).startsWith("AWS refused DescribeBudget (AccessDeniedException)");
        assertThat(instance(instance).state()).isEqualTo("stopped");
    }

    @Test
    void aBudgetThatCannotBeReadNowIsThrownSoThatLambdaTriesAgain() {
        stoppedByTheGuardIn(lastMonth());
        proxy().inject(refused("budgets:DescribeBudget", AwsError.THROTTLING));

        assertThatThrownBy(() -> handler.handleRequest(scheduled("resume"), TestContext.any()))
                .isInstanceOf(AwsFailure.class)
                .hasMessage("DescribeBudget: ThrottlingException");
    }

    @Test
    void aScheduleThatFiresTwiceActsOnce() {
        stoppedByTheGuardIn(lastMonth());
        spend("0.42");

        resume();
        mail();

        assertThat(resume().reason()).isEqualTo("ALREADY_HANDLED");
        assertThat(mail()).isEmpty();
    }

    @Test
    void somethingElseThanAResumeIsRefused() {
        var reports =
                handler.handleRequest(scheduled("self-test"), TestContext.any()).reports();

        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.reason()).isEqualTo("NOTHING_KNOWN"));
    }

    private ReportView resume() {
        var reports =
                handler.handleRequest(scheduled("resume"), TestContext.any()).reports();
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }
}
