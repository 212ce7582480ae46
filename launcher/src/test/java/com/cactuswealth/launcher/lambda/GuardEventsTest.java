package com.cactuswealth.launcher.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardEventsTest {

    private static final RenderedFunction FUNCTION = new RenderedFunction(
            "cactus-budget-guard-stop",
            300,
            Map.of(
                    "CACTUS_BUDGET_GUARD_ACCOUNT", "123456789012",
                    "CACTUS_BUDGET_GUARD_BUDGET", "cactus-monthly",
                    "CACTUS_BUDGET_GUARD_ALERT_TOPIC_ARN", "arn:aws:sns:us-east-1:123456789012:alerts"),
            null,
            "arn:aws:lambda:us-east-1:123456789012:function:cactus-budget-guard-stop");

    @Test
    void anAlertIsTheProseOfAwsBudgetsInAnEnvelopeOfSns() throws JsonProcessingException {
        var event = new ObjectMapper().readTree(GuardEvents.alert(FUNCTION, new BigDecimal("71.30")));

        var notice = event.at("/Records/0/Sns");
        assertThat(notice.path("TopicArn").asText()).isEqualTo("arn:aws:sns:us-east-1:123456789012:alerts");
        assertThat(notice.path("Message").asText())
                .startsWith("AWS Budget Notification ")
                .contains("\nAWS Account 123456789012\n")
                .contains("\nBudget Name: cactus-monthly\n")
                .contains("\nBudgeted Amount: $75.00\n")
                .contains("\nAlert Threshold: > $71.25\n")
                .contains("\nACTUAL Amount: $71.30\n");
    }

    @Test
    void aScheduleNamesTheAction() {
        assertThat(GuardEvents.scheduled("resize")).isEqualTo("{\"action\":\"resize\"}");
    }
}
