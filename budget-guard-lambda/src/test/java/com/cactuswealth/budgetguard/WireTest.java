package com.cactuswealth.budgetguard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.cactuswealth.budgetguard.alert.Alerts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** By way of Lambda's runtime API: JSON in, JSON out. */
@QuarkusTest
@WithTestResource(LocalAws.class)
class WireTest extends GuardTest {

    @Test
    void anAlertIsAnsweredWithWhatBecameOfIt() {
        var instance = launch();

        given().contentType("application/json")
                .body(Alerts.delivered(Alerts.spent()))
                .post()
                .then()
                .statusCode(200)
                .body("reports", hasSize(1))
                .body("reports[0].action", equalTo("stop"))
                .body("reports[0].outcome", equalTo("DONE"))
                .body("reports[0].reason", equalTo("SPENT"))
                .body("reports[0].budget", equalTo("cactus-monthly"))
                .body("reports[0].period", equalTo(thisMonth()))
                .body("reports[0].amount", equalTo("71.30"))
                .body("reports[0].budgeted", equalTo("75.00"))
                .body("reports[0].instances", hasItem(instance))
                .body("reports[0].summary.es", startsWith("AWS Budgets informa un gasto"))
                .body("reports[0].undo[0]", startsWith("aws ec2 start-instances"));
    }

    @Test
    void anEventOfAnotherServiceIsAnsweredWithTheReason() {
        given().contentType("application/json")
                .body("{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}")
                .post()
                .then()
                .statusCode(200)
                .body("reports[0].outcome", equalTo("REFUSED"))
                .body("reports[0].reason", equalTo("NOTHING_KNOWN"));
    }
}
