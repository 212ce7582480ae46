package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Cactus does not do, whoever asks. */
class RefusalsIT {

    private final Suites.Front suite = Suites.front();
    private final Person administrator = Person.administrator(suite);
    private final Person ana = administrator.registers("ADVISOR", null);

    @Test
    void withoutATokenNothingIsShown() {
        for (var path : List.of(
                "/api/v1/users/me",
                "/api/v1/clients",
                "/api/v1/assets",
                "/api/v1/notifications",
                "/api/v1/webhooks/endpoints",
                "/api/v1/webhooks/deliveries")) {
            for (var request : List.of(
                    Person.anonymous(suite.url()),
                    Person.anonymous(suite.url()).header("Authorization", "Bearer nonsense"),
                    Person.anonymous(suite.url()).cookie("__Host-cactus", "nonsense"))) {
                problem(request, path, 401, "unauthenticated");
            }
        }
    }

    @Test
    void anAdvisorIsNoAdministrator() {
        problem(ana.asks(), "/api/v1/webhooks/endpoints", 403, "forbidden");
        problem(ana.asks(), "/api/v1/webhooks/deliveries", 403, "forbidden");
        ana.asks().body("{}").post("/api/v1/users").then().statusCode(403);
        ana.asks().body("{}").post("/api/v1/assets").then().statusCode(403);
    }

    @Test
    void anotherAdvisorsClientDoesNotExist() {
        var client = administrator.registers("ADVISOR", null).createsAClient();

        problem(ana.asks(), "/api/v1/clients/" + client, 404, "not-found");
        problem(ana.asks(), "/api/v1/clients/" + client + "/portfolios", 404, "not-found");
        ana.asks()
                .body(Map.of("stage", "DORMANT"))
                .put("/api/v1/clients/{id}/stage", client)
                .then()
                .statusCode(404);
        ana.asks().delete("/api/v1/clients/{id}", client).then().statusCode(404);
    }

    @Test
    void badInputIsNamed() {
        ana.asks()
                .body(Map.of("firstName", " ", "email", "nonsense"))
                .post("/api/v1/clients")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("firstName", "lastName", "email"));
        administrator
                .asks()
                .body(Map.of("url", "ftp://example.com", "eventTypes", List.of("client.created")))
                .post("/api/v1/webhooks/endpoints")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
        ana.asks().body("{\"firstName\":").post("/api/v1/clients").then().statusCode(400);
    }

    @Test
    void aSocketNeedsATokenAndAnUpgrade() {
        for (var token : List.of("nonsense", "")) {
            assertThatThrownBy(() -> LiveInbox.with(suite.url(), token)).hasStackTraceContaining("status code 401");
        }
        problem(ana.asks(), "/ws/notifications", 426, "upgrade-required");
    }

    @Test
    void theInsideIsNotReachable() {
        for (var path : List.of("/q/metrics", "/q/health", "/api/v1/nothing", "/api/v1/clients/../../q/metrics")) {
            var fromOutside = administrator.asks().header("X-Forwarded-For", "203.0.113.7");
            problem(fromOutside, path, 404, "not-found");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownUserHearTheSame() {
        for (var identifier : List.of(ana.identifier(), "nobody" + UUID.randomUUID())) {
            Person.anonymous(suite.url())
                    .body(Map.of("identifier", identifier, "password", "wrong"))
                    .post("/api/v1/session")
                    .then()
                    .statusCode(401)
                    .body("detail", equalTo("Wrong identifier or password"));
        }
    }

    private static void problem(RequestSpecification request, String path, int status, String type) {
        request.get(path).then().statusCode(status).body("type", endsWith("/" + type));
    }
}
