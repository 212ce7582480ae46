package com.cactuswealth.notifications.budget;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestIssuer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class BudgetHookTest {

    private static final String HOOK = "/api/v1/hooks/budget";
    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final UUID SECOND_ADMIN = UUID.randomUUID();
    private static final UUID FORMER_ADMIN = UUID.randomUUID();

    private static final String STOPPED = """
            {"type": "budget.action", "timestamp": "2026-11-26T10:00:00Z", "data": {
                "action": "stop", "outcome": "DONE", "budget": "cactus-monthly", "period": "2026-11",
                "amount": "1071.3", "budgeted": "1100", "instances": ["i-0123456789abcdef0"],
                "summary": {"es": "Se detuvo i-0123456789abcdef0.", "en": "Stopped i-0123456789abcdef0."}}}""";

    @Inject
    TestEvents events;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper mapper;

    @ConfigProperty(name = "cactus.budget-hook.secret")
    String secrets;

    @BeforeEach
    void twoAdministratorsAndOthers() throws SQLException {
        execute("delete from notification");
        knows(ADMIN.id(), "ADMIN", true);
        knows(SECOND_ADMIN, "ADMIN", true);
        knows(FORMER_ADMIN, "ADMIN", false);
        knows(COMPLIANCE.id(), "COMPLIANCE", true);
        knows(MARTA.id(), "MANAGER", true);
        knows(ANA.id(), "ADVISOR", true);
    }

    @Test
    void everyActiveAdministratorIsToldAndNobodyElse() throws Exception {
        send(newId(), STOPPED).statusCode(204);

        assertThat(rows("select user_id from notification")).containsExactlyInAnyOrder(ADMIN.id(), SECOND_ADMIN);
    }

    @Test
    void itIsToldInBothLanguagesWithAmountsAsTheirReadersWriteThem() throws Exception {
        send(newId(), STOPPED).statusCode(204);

        as(ADMIN)
                .get(NOTIFICATIONS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("BUDGET"))
                .body("items[0].title", equalTo("Budget guard"))
                .body(
                        "items[0].text",
                        equalTo("Stopping the server: done. Stopped i-0123456789abcdef0."
                                + " (“cactus-monthly”, 2026-11: 1,071.30 of 1,100.00 USD)"))
                .body("items[0].link", equalTo("/notifications"));
        RestAssured.given()
                .header("Accept-Language", "es-AR")
                .auth()
                .oauth2(TestIssuer.token(ADMIN))
                .get(NOTIFICATIONS)
                .then()
                .body("items[0].title", equalTo("Guardián del presupuesto"))
                .body(
                        "items[0].text",
                        equalTo("Apagado del servidor: hecho. Se detuvo i-0123456789abcdef0."
                                + " («cactus-monthly», 2026-11: 1.071,30 de 1.100,00 USD)"));
    }

    @Test
    void whatTheGuardDidNotAskForIsSaidToBeUnknown() throws Exception {
        var message = message();
        ((ObjectNode) message.path("data"))
                .put("action", "self-test")
                .put("outcome", "NOTHING_TO_DO")
                .putNull("amount")
                .remove("budgeted");
        send(newId(), message.toString()).statusCode(204);

        as(ADMIN)
                .get(NOTIFICATIONS)
                .then()
                .body(
                        "items.text",
                        contains("Self-test: nothing to do. Stopped i-0123456789abcdef0."
                                + " (“cactus-monthly”, 2026-11: spending not reported)"));
    }

    @Test
    void theEventForTheSocketsSaysTheSame() throws Exception {
        send(newId(), STOPPED).statusCode(204);
        var id = UUID.fromString(as(ADMIN).get(NOTIFICATIONS).path("items[0].id"));

        await().until(() -> events.publishedBy("notification-service", id).size() == 1);
        var event = events.publishedBy("notification-service", id).getFirst();
        assertThat(event.path("type").asText()).isEqualTo("notification.sent");
        assertThat(event.has("actor")).isFalse();
        assertThat(event.path("data").path("kind").asText()).isEqualTo("BUDGET");
        assertThat(event.path("data").path("userId").asText())
                .isEqualTo(ADMIN.id().toString());
        assertThat(event.path("data").path("text").asText()).startsWith("Apagado del servidor: hecho.");
        assertThat(event.path("data").path("parameters").path("summary.en").asText())
                .isEqualTo("Stopped i-0123456789abcdef0.");
    }

    @Test
    void aMessageThatComesAgainIsToldOnce() throws Exception {
        var id = newId();
        send(id, STOPPED).statusCode(204);
        send(id, STOPPED).statusCode(204);
        send(newId(), STOPPED).statusCode(204);

        as(ADMIN).get(NOTIFICATIONS).then().body("total", equalTo(2));
    }

    @Test
    void aMessageThatComesManyTimesAtOnceIsToldOnce() throws Exception {
        var id = newId();
        var together = new CyclicBarrier(8);
        Callable<Integer> attempt = () -> {
            together.await();
            return send(id, STOPPED).extract().statusCode();
        };
        var statuses = new ArrayList<Integer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < together.getParties(); i++) {
                attempts.add(attempt);
            }
            for (var answer : executor.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).hasSize(8).containsOnly(204);
        as(ADMIN).get(NOTIFICATIONS).then().body("total", equalTo(1));
    }

    @Test
    void aMessageThatNobodyWasThereToHearIsToldWhenItComesAgain() throws Exception {
        var id = newId();
        execute("update advisor set active = false where role = 'ADMIN'");
        send(id, STOPPED).statusCode(503).header("Retry-After", "60");
        execute("update advisor set active = true where id = '%s'".formatted(ADMIN.id()));

        send(id, STOPPED).statusCode(204);

        assertThat(rows("select user_id from notification")).containsExactly(ADMIN.id());
    }

    @Test
    void theOlderSecretIsAcceptedToo() throws Exception {
        sendSignedBy(secrets.split(" ", -1)[1], newId(), STOPPED).statusCode(204);
    }

    @Test
    void aWrongSignatureIsRefused() throws Exception {
        sendSignedBy("whsec_bm90IHRoZSBzZWNyZXQgb2YgdGhlIGd1YXJk", newId(), STOPPED)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", endsWith("/signature-refused"));

        assertThat(rows("select user_id from notification")).isEmpty();
    }

    @Test
    void aSignatureOfOtherBytesIsRefused() throws Exception {
        var now = System.currentTimeMillis() / 1000;
        var id = newId();
        var signature = new Webhook(secrets.split(" ", -1)[0]).sign(id, now, STOPPED);

        post(id, Long.toString(now), signature, STOPPED.replace("2026-11\"", "2026-12\""))
                .statusCode(401);
    }

    @Test
    void anUnsignedMessageIsRefusedWithTheHeaderThatLacks() {
        anonymous().body(STOPPED).post(HOOK).then().statusCode(400).body("errors.field", contains("webhook-id"));
    }

    @Test
    void whatIsWrongWithASignedMessageIsNamed() throws Exception {
        refused(message().put("type", "budget.alert"), "type", "must match \"budget\\.action\"");
        refused(message().put("timestamp", "yesterday"), "timestamp", "is not a valid value");
        refused(message().putNull("data"), "data", "must not be null");
        refusedData("action", "explode", "must be one of stop, resize, resume, self-test");
        refusedData("outcome", "done", "must be one of ANNOUNCED, DONE, NOTHING_TO_DO, REFUSED, FAILED, DRY_RUN");
        refusedData("budget", " ", "must not be blank");
        refusedData("period", "November", "must match \"\\d{4}-\\d{2}(-\\d{2})?\"");
        refusedData("amount", "NaN", "is not a valid value");
        refusedData("amount", "-1", "must be greater than or equal to 0");
        refusedData("budgeted", "1E+999999999", "is not a valid value");
        refusedData("budgeted", "1234567890123", "numeric value out of bounds (<12 digits>.<6 digits> expected)");
        var message = message();
        ((ObjectNode) message.path("data").path("summary")).remove("en");
        refused(message, "data.summary.en", "must not be blank");
        for (var unreadable : List.of("", "null", "[]", "{\"type\":")) {
            send(newId(), unreadable).statusCode(400).body("type", endsWith("/invalid-input"));
        }
        assertThat(rows("select user_id from notification")).isEmpty();
    }

    @Test
    void whatALaterGuardAddsIsIgnored() throws Exception {
        var message = message();
        message.put("version", 2);
        ((ObjectNode) message.path("data")).put("region", "us-east-1");

        send(newId(), message.toString()).statusCode(204);
    }

    @Test
    void aLargeMessageIsRefusedBeforeItsSignatureIsLookedAt() {
        post(newId(), "1", "v1,x", "x".repeat(16 * 1024 + 1)).statusCode(413);
    }

    private void refusedData(String field, String value, String message) throws Exception {
        var whole = message();
        ((ObjectNode) whole.path("data")).put(field, value);
        refused(whole, "data." + field, message);
    }

    private void refused(ObjectNode body, String field, String message) throws Exception {
        send(newId(), body.toString())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field))
                .body("errors.message", contains(message));
    }

    private ObjectNode message() throws Exception {
        return (ObjectNode) mapper.readTree(STOPPED);
    }

    private static String newId() {
        return "msg_" + UUID.randomUUID();
    }

    private ValidatableResponse send(String id, String body) throws Exception {
        return sendSignedBy(secrets.split(" ", -1)[0], id, body);
    }

    private static ValidatableResponse sendSignedBy(String secret, String id, String body) throws Exception {
        var now = System.currentTimeMillis() / 1000;
        return post(id, Long.toString(now), new Webhook(secret).sign(id, now, body), body);
    }

    private static ValidatableResponse post(String id, String timestamp, String signature, String body) {
        return anonymous()
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .body(body.getBytes(UTF_8))
                .post(HOOK)
                .then();
    }

    /** As if the event of that user had come. */
    private void knows(UUID user, String role, boolean active) throws SQLException {
        execute("""
                insert into advisor (id, name, role, active, sequence) values ('%s', 'Somebody', '%s', %s, 0)
                on conflict (id) do update set role = excluded.role, active = excluded.active""".formatted(user, role, active));
    }

    private Set<UUID> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new HashSet<UUID>();
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
