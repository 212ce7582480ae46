package com.cactuswealth.gateway.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class HealthTest {

    private static final String UP = "{\"status\":\"UP\",\"checks\":[]}";

    @Test
    void isUpWhenEveryPartIs() {
        Suite.portfolios().healthIs("""
                {"status":"UP","checks":[{"name":"Database","status":"UP","data":{"url":"jdbc:secret"}}]}""");
        await().untilAsserted(() -> given().get("/health")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo("UP"))
                .body(
                        "parts.keySet()",
                        equalTo(Set.of(
                                "gateway",
                                "redis",
                                "auth-service",
                                "client-service",
                                "portfolio-service",
                                "webhook-service",
                                "notification-service")))
                .body("parts.portfolio-service.checks[0].name", equalTo("Database"))
                .body(not(containsString("secret"))));
    }

    @Test
    void namesThePartThatSaysItIsDown() {
        Suite.clients().healthIs("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"events\",\"status\":\"DOWN\"}]}");
        try {
            await().untilAsserted(() -> given().get("/health")
                    .then()
                    .statusCode(503)
                    .body("status", equalTo("DOWN"))
                    .body("parts.client-service.status", equalTo("DOWN"))
                    .body("parts.client-service.checks[0].name", equalTo("events"))
                    .body("parts.auth-service.status", equalTo("UP")));
        } finally {
            Suite.clients().healthIs(UP);
        }
        await().untilAsserted(() -> given().get("/health").then().statusCode(200));
    }

    @Test
    void namesThePartThatDoesNotAnswer() {
        Suite.webhooks().stop();
        Suite.redis().kill();
        try {
            await().untilAsserted(() -> given().get("/health")
                    .then()
                    .statusCode(503)
                    .body("parts.webhook-service.status", equalTo("DOWN"))
                    .body("parts.webhook-service.cause", containsString("cannot be reached"))
                    .body("parts.redis.status", equalTo("DOWN"))
                    .body("parts.gateway.status", equalTo("UP")));
        } finally {
            Suite.redis().start();
            Suite.webhooks().start();
        }
        await().untilAsserted(() -> given().get("/health").then().statusCode(200));
    }
}
