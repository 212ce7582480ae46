package com.cactuswealth.budgetguard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The envelope is that of aws-lambda-java-libs' sample event. */
@QuarkusTest
class BudgetAlertHandlerTest {

    @Test
    void anAlertThatSnsDeliversIsUnderstood() {
        received(BudgetMessageTest.daily())
                .body("decisions", hasSize(1))
                .body("decisions[0].messageId", equalTo("95df01b4-ee98-5cb9-9903-4c221d41eb5e"))
                .body("decisions[0].understood", equalTo(true))
                .body("decisions[0].alert.account", equalTo("123456789012"))
                .body("decisions[0].alert.budget", equalTo("killswitch"))
                .body("decisions[0].alert.type", equalTo("ACTUAL"))
                .body("decisions[0].alert.budgeted", equalTo(5.00f))
                .body("decisions[0].alert.threshold", equalTo(0.75f))
                .body("decisions[0].alert.amount", equalTo(1.70f))
                .body("decisions[0].reason", nullValue());
    }

    @Test
    void anythingElseIsAnsweredWithTheReason() {
        received("Stop everything!")
                .body("decisions[0].understood", equalTo(false))
                .body("decisions[0].alert", nullValue())
                .body("decisions[0].reason", notNullValue());
    }

    @Test
    void anEventOfAnotherServiceDecidesNothing() {
        given().contentType("application/json")
                .body(Map.of("source", "aws.events"))
                .post()
                .then()
                .statusCode(200)
                .body("decisions", hasSize(0));
    }

    private static ValidatableResponse received(String message) {
        var notice = Map.of(
                "Type", "Notification",
                "MessageId", "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                "TopicArn", "arn:aws:sns:us-east-1:123456789012:killswitch",
                "Subject", "AWS Budgets: killswitch has exceeded your alert threshold",
                "Message", message,
                "Timestamp", "2023-03-05T01:01:38.638Z",
                "SignatureVersion", "1",
                "MessageAttributes", Map.of());
        var item = Map.of(
                "EventSource", "aws:sns",
                "EventVersion", "1.0",
                "EventSubscriptionArn", "arn:aws:sns:us-east-1:123456789012:killswitch:6f8d2c4e",
                "Sns", notice);
        return given().contentType("application/json")
                .body(Map.of("Records", List.of(item)))
                .post()
                .then()
                .statusCode(200);
    }
}
