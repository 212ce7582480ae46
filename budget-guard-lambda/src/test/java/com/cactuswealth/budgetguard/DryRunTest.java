package com.cactuswealth.budgetguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.cactuswealth.budgetguard.alert.Alerts;
import com.cactuswealth.budgetguard.proxy.AwsCall;
import com.cactuswealth.budgetguard.report.ReportView;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DryRunTest.DryRun.class)
@WithTestResource(LocalAws.class)
class DryRunTest extends GuardTest {

    /** Everything as ever, but only to see what would be done. */
    public static class DryRun implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cactus.budget-guard.dry-run", "true");
        }
    }

    @Inject
    @Named("stop")
    RequestHandler<GuardEvent, Answer> stop;

    @Inject
    @Named("resize")
    RequestHandler<GuardEvent, Answer> resize;

    @Inject
    @Named("resume")
    RequestHandler<GuardEvent, Answer> resume;

    @AfterEach
    void nothingWasDone() {
        assertThat(proxy().calls())
                .extracting(AwsCall::operation)
                .isSubsetOf(
                        "ec2:DescribeInstances",
                        "ec2:DescribeInstanceTypes",
                        "budgets:DescribeBudget",
                        "sns:Publish",
                        "ssm:GetParameter");
    }

    @Test
    void whatWouldBeStoppedIsTold() {
        var instance = launch();

        var report = only(stop, Alerts.delivered(Alerts.spent()));

        assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(report.instances()).containsExactly(instance);
        assertThat(report.summary().en()).contains("It would stop " + instance + " (t4g.small).");
        assertThat(mail()).hasSize(1);
    }

    @Test
    void whatWouldBeResizedIsTold() {
        var instance = launch();

        var report = only(resize, scheduled("resize"));

        assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(report.summary().en()).isEqualTo("It would change " + instance + " from t4g.small to t4g.micro.");
    }

    @Test
    void whatWouldBeResumedIsTold() {
        var instance = stoppedByTheGuardIn(lastMonth());
        proxy().reset();
        spend("0.42");

        var report = only(resume, scheduled("resume"));

        assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(report.summary().en()).isEqualTo("It would start " + instance + " (t4g.small).");
    }

    private static ReportView only(RequestHandler<GuardEvent, Answer> handler, GuardEvent event) {
        var reports = handler.handleRequest(event, TestContext.any()).reports();
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }
}
