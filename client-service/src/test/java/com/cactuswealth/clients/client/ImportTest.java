package com.cactuswealth.clients.client;

import static com.cactuswealth.clients.TestClients.aClientOf;
import static com.cactuswealth.clients.TestClients.addClient;
import static com.cactuswealth.clients.TestClients.known;
import static com.cactuswealth.clients.TestClients.takeOver;
import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.BRUNO;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.clients.TestClients;
import com.cactuswealth.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ImportTest {

    private static final String CREATED = "2025-03-03T12:00:00Z";
    private static final String CONTACTED = "2025-03-05T12:00:00.123456Z";
    private static final String CONTACTED_EXACTLY = "2025-03-05T12:00:00.123456789Z";
    private static final String WON = "2025-04-01T09:30:00Z";

    @Inject
    TestClients firm;

    @BeforeEach
    void anEmptyFirm() throws SQLException {
        firm.theFirmIsKnown();
        firm.nobodyIsAClient();
    }

    @Test
    void aClientKeepsItsHistory() {
        var client = known(ANA, CREATED, "CONTACTED", CONTACTED_EXACTLY, "ACTIVE_INVESTOR", WON);
        client.putAll(Map.of("notes", "private", "savingsCapacity", Map.of("amount", "10", "currency", "USD")));
        var id = takeOver(List.of(client)).getFirst();

        as(ANA).get("/api/v1/clients/{id}", id)
                .then()
                .statusCode(200)
                .body("email", equalTo(client.get("email")))
                .body("notes", equalTo("private"))
                .body("savingsCapacity.amount", equalTo("10.0000"))
                .body("riskProfile", equalTo("MEDIUM"))
                .body("stage", equalTo("ACTIVE_INVESTOR"))
                .body("stageSince", equalTo(WON))
                .body("createdAt", equalTo(CREATED))
                .body("updatedAt", equalTo(WON))
                .body("version", equalTo(0));
        as(ANA).get("/api/v1/clients/{id}/stages", id)
                .then()
                .body("stage", contains("PROSPECT", "CONTACTED", "ACTIVE_INVESTOR"))
                .body("enteredAt", contains(CREATED, CONTACTED, WON))
                .body("leftAt", contains(CONTACTED, WON, null))
                .body("changedByName", contains("Alma Admin", "Alma Admin", "Alma Admin"));
        as(ANA).get("/api/v1/clients/{id}/activities", id)
                .then()
                .body("items.kind", contains("STAGE_CHANGED", "STAGE_CHANGED", "CLIENT_IMPORTED"))
                .body("items.at", contains(WON, CONTACTED, CREATED))
                .body("items[0].fromStage", equalTo("CONTACTED"))
                .body("items[2].actorId", equalTo(ADMIN.id().toString()));
    }

    @Test
    void anImportIsToldOnceForEachClientWithoutTheNotes() {
        var first = known(ANA, CREATED, "CONTACTED", CONTACTED);
        first.put("notes", "private");
        var ids = takeOver(List.of(first, known(BRUNO, CREATED)));

        var event = firm.eventsOf(UUID.fromString(ids.getFirst()), 1).getFirst();
        assertThat(event.path("type").asText()).isEqualTo("client.imported");
        assertThat(event.path("actor").asText()).isEqualTo(ADMIN.id().toString());
        assertThat(event.path("data").path("stage").asText()).isEqualTo("CONTACTED");
        assertThat(event.path("data").path("createdAt").asText()).isEqualTo(CREATED);
        assertThat(event.toString()).doesNotContain("private");
        assertThat(firm.eventsOf(UUID.fromString(ids.getLast()), 1)
                        .getFirst()
                        .path("data")
                        .path("ownerId")
                        .asText())
                .isEqualTo(BRUNO.id().toString());
    }

    @Test
    void withoutAHistoryAClientIsInItsFirstStageSinceItsCreation() {
        var client = known(ANA, CREATED);
        client.put("stage", "ONBOARDING");
        client.remove("history");
        var id = takeOver(List.of(client)).getFirst();
        as(ANA).get("/api/v1/clients/{id}", id)
                .then()
                .body("stage", equalTo("ONBOARDING"))
                .body("stageSince", equalTo(CREATED));
    }

    @Test
    void whatIsWrongIsNamed() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        var nameless = known(ANA, CREATED);
        nameless.put("firstName", " ");
        nameless.put("email", "nonsense");
        var ownerless = known(ANA, tomorrow);
        ownerless.remove("ownerId");
        var undated = known(ANA, CREATED);
        undated.remove("createdAt");
        refused(List.of(
                        known(ANA, CREATED),
                        nameless,
                        ownerless,
                        undated,
                        known(ANA, CREATED, "CONTACTED", WON, "OPENING", CONTACTED),
                        known(ANA, WON, "CONTACTED", CREATED),
                        known(ANA, CREATED, "CONTACTED", CONTACTED, "CONTACTED", WON),
                        known(ANA, CREATED, "PROSPECT", CONTACTED),
                        known(ANA, CREATED, "CONTACTED", tomorrow),
                        known(ANA, "-100000-01-01T00:00:00Z")))
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "clients[1].firstName",
                                "clients[1].email",
                                "clients[2].ownerId",
                                "clients[2].createdAt",
                                "clients[3].createdAt",
                                "clients[4].history[1].enteredAt",
                                "clients[5].history[0].enteredAt",
                                "clients[6].history[1].stage",
                                "clients[7].history[0].stage",
                                "clients[8].history[0].enteredAt",
                                "clients[9].createdAt"))
                .body(
                        "errors.find { it.field == 'clients[4].history[1].enteredAt' }.message",
                        equalTo("must not be before the previous stage"));
        var unknownStage = known(ANA, CREATED, "CONTACTED", WON, "LOST", WON);
        refused(List.of(unknownStage)).body("errors[0].field", equalTo("clients[0].history[1].stage"));
        nothingWasWritten();
    }

    @Test
    void thereIsALimit() {
        var history = IntStream.range(0, 51)
                .boxed()
                .flatMap(i -> List.of(i % 2 == 0 ? "CONTACTED" : "PROSPECT", WON).stream())
                .toArray();
        refused(List.of(known(ANA, CREATED, history))).body("errors.field", contains("clients[0].history"));
        post(IntStream.range(0, 501).mapToObj(i -> known(ANA, CREATED)).toList())
                .statusCode(400)
                .body("errors.field", contains("clients"));
        post(List.of()).statusCode(400).body("errors.field", contains("clients"));
        as(ADMIN)
                .body("{\"clients\":[null]}")
                .post("/api/v1/clients/imports")
                .then()
                .statusCode(400)
                .body("errors.field", contains("clients[0]"));
    }

    @Test
    void ownersAreActiveAdvisorsAndReferrersAreClients() {
        refused(List.of(known(ANA, CREATED), known(COMPLIANCE, CREATED)))
                .body("errors.field", contains("clients[1].ownerId"));
        var referred = known(ANA, CREATED);
        referred.put("referredByClientId", UUID.randomUUID());
        refused(List.of(known(ANA, CREATED), known(BRUNO, CREATED), referred))
                .body("errors.field", contains("clients[2].referredByClientId"));
        nothingWasWritten();

        referred.put("referredByClientId", aClientOf(BRUNO));
        takeOver(List.of(referred));
    }

    @Test
    void anAddressThatIsTakenIsNamedAndNothingIsWritten() throws SQLException {
        var taken = known(ANA, CREATED);
        addClient(ANA, ofBody(taken));
        var shouting = known(ANA, CREATED);
        shouting.put("email", taken.get("email").toString().toUpperCase(Locale.ROOT));
        post(List.of(known(ANA, CREATED), known(BRUNO, CREATED), shouting))
                .statusCode(409)
                .body("errors.field", contains("clients[2].email"));

        var twice = known(ANA, CREATED);
        var again = known(ANA, CREATED);
        again.put("email", twice.get("email"));
        post(List.of(twice, known(ANA, CREATED), again))
                .statusCode(409)
                .body("errors.field", contains("clients[2].email"));
        assertThat(firm.count("select count(*) from client")).isEqualTo(1);

        again.put("ownerId", BRUNO.id());
        takeOver(List.of(twice, again));
    }

    @Test
    void aClientWithoutAnAddressNeedsAPhone() {
        var byPhone = known(ANA, CREATED);
        byPhone.remove("email");
        refused(List.of(known(ANA, CREATED), byPhone)).body("errors.field", contains("clients[1].email"));
        byPhone.put("phone", "011 4444-5555");
        takeOver(List.of(byPhone, byPhone));
        as(ANA).get("/api/v1/clients").then().body("items.email", contains(null, null));

        var taken = known(ANA, CREATED);
        post(List.of(byPhone, taken, taken)).statusCode(409).body("errors.field", contains("clients[2].email"));
    }

    @Test
    void ofSeveralWhoImportTheSameAtOnceOneSucceeds() throws Exception {
        var clients = List.of(known(ANA, CREATED), known(BRUNO, CREATED));
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<ValidatableResponse> take = () -> post(clients);
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(take, take, take, take))) {
                var response = answer.get();
                var status = response.extract().statusCode();
                if (status == 409) {
                    response.body("errors.field", contains("clients[0].email"));
                }
                answers.add(status);
            }
            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
        assertThat(firm.count("select count(*) from client")).isEqualTo(2);
    }

    @Test
    void fiveHundredClientsComeInOneCall() throws SQLException {
        var clients = IntStream.range(0, 500)
                .mapToObj(i -> known(i % 2 == 0 ? ANA : BRUNO, CREATED, "CONTACTED", CONTACTED, "OPENING", WON))
                .toList();
        post(clients).statusCode(201).body("imported", equalTo(500)).body("ids", hasSize(500));
        assertThat(firm.count("select count(*) from stage_change")).isEqualTo(1500);
        assertThat(firm.count("select count(*) from activity")).isEqualTo(1500);
        as(ANA).get("/api/v1/clients").then().body("total", equalTo(250));
    }

    @Test
    void onlyAnAdministratorImports() {
        var body = Map.of("clients", List.of(known(ANA, CREATED)));
        for (var other : List.of(ANA, MARTA, COMPLIANCE)) {
            as(other).body(body).post("/api/v1/clients/imports").then().statusCode(403);
        }
        anonymous().body(body).post("/api/v1/clients/imports").then().statusCode(401);
        nothingWasWritten();
    }

    private void nothingWasWritten() {
        as(ADMIN).get("/api/v1/clients").then().body("total", equalTo(0)).body("nextCursor", nullValue());
    }

    private static ValidatableResponse refused(List<Map<String, Object>> clients) {
        return post(clients).statusCode(400);
    }

    private static ValidatableResponse post(List<Map<String, Object>> clients) {
        return as(ADMIN)
                .body(Map.of("clients", clients))
                .post("/api/v1/clients/imports")
                .then();
    }

    private static Map<String, Object> ofBody(Map<String, Object> known) {
        var body = TestClients.request();
        body.put("email", known.get("email"));
        return body;
    }
}
