package com.cactuswealth.clients;

import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.BRUNO;
import static com.cactuswealth.platform.testing.TestUser.MARCOS;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The firm of the tests, and its clients as its people add and move them. */
@ApplicationScoped
public class TestClients {

    private final TestEvents events;
    private final AgroalDataSource database;

    TestClients(TestEvents events, AgroalDataSource database) {
        this.events = events;
        this.database = database;
    }

    /** Marta manages Ana and Bruno, Marcos manages nobody. */
    public void theFirmIsKnown() {
        events.registered(ADMIN, null);
        events.registered(MARTA, null);
        events.registered(MARCOS, null);
        events.registered(ANA, MARTA);
        events.registered(BRUNO, MARTA);
        await().until(() -> count("select count(*) from advisor where manager_id = '" + MARTA.id() + "'") == 2);
    }

    public void nobodyIsAClient() throws SQLException {
        execute("truncate client cascade");
    }

    public void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    public List<JsonNode> eventsOf(UUID client, int expected) {
        await().until(() -> events.publishedBy("client-service", client).size() == expected);
        return events.publishedBy("client-service", client);
    }

    public static Map<String, Object> request() {
        return new HashMap<>(Map.of(
                "firstName", "Lucía",
                "lastName", "Peña",
                "email", UUID.randomUUID() + "@example.com"));
    }

    public static UUID aClientOf(TestUser owner) {
        return addClient(owner, request());
    }

    public static UUID addClient(TestUser user, Map<String, Object> body) {
        return UUID.fromString(as(user).body(body)
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** A client of another system, to import. */
    public static Map<String, Object> known(TestUser owner, String createdAt, Object... stagesAndTimes) {
        var history = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < stagesAndTimes.length; i += 2) {
            history.add(Map.of("stage", stagesAndTimes[i], "enteredAt", stagesAndTimes[i + 1].toString()));
        }
        var client = request();
        client.putAll(Map.of("ownerId", owner.id().toString(), "createdAt", createdAt, "history", history));
        return client;
    }

    /** The ids, in the order of the clients. */
    public static List<String> takeOver(List<Map<String, Object>> clients) {
        return as(ADMIN)
                .body(Map.of("clients", clients))
                .post("/api/v1/clients/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("ids");
    }

    public static void archive(TestUser user, Object client) {
        as(user).delete("/api/v1/clients/{id}", client).then().statusCode(204);
    }

    public static void move(TestUser user, UUID client, String stage) {
        as(user).body(Map.of("stage", stage))
                .put("/api/v1/clients/{id}/stage", client)
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse list(TestUser user, String query) {
        return as(user).urlEncodingEnabled(false)
                .get("/api/v1/clients?" + query)
                .then()
                .statusCode(200);
    }
}
