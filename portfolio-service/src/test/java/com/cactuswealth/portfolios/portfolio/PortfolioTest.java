package com.cactuswealth.portfolios.portfolio;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.BRUNO;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARCOS;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestUser;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class PortfolioTest {

    private static final String ARCHIVED = "The client is archived: restore it first";
    private static final String OF_CLIENT = "/api/v1/clients/{id}/portfolios";
    private static final String PORTFOLIO = "/api/v1/portfolios/{id}";
    private static final Map<String, String> RETIREMENT =
            Map.of("name", "Retiro", "currency", "USD", "benchmark", "SPY");

    @Inject
    TestEvents events;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void aTeam() {
        events.registered(MARTA, null);
        events.registered(MARCOS, null);
        events.registered(ANA, MARTA);
        events.registered(BRUNO, MARCOS);
    }

    @Test
    void anAdvisorOpensAPortfolioForAClient() {
        var client = clientOf(ANA);

        var id = open(ANA, client, RETIREMENT)
                .statusCode(201)
                .body("name", equalTo("Retiro"))
                .body("currency", equalTo("USD"))
                .body("benchmark", equalTo("SPY"))
                .body("clientId", equalTo(client.toString()))
                .extract()
                .<String>path("id");

        as(ANA).get(PORTFOLIO, id).then().statusCode(200).body("name", equalTo("Retiro"));
        as(ANA).get(OF_CLIENT, client)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("total", equalTo(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void theTeamsManagerAndAdministratorsOpenAndSeeToo() {
        var client = clientOf(ANA);

        open(MARTA, client, Map.of("name", "Marta's", "currency", "ARS")).statusCode(201);
        open(ADMIN, client, Map.of("name", "Alma's", "currency", "EUR"))
                .statusCode(201)
                .body("benchmark", nullValue());

        for (var user : List.of(ANA, MARTA, ADMIN, COMPLIANCE)) {
            as(user).get(OF_CLIENT, client).then().statusCode(200).body("items.name", contains("Marta's", "Alma's"));
        }
    }

    @Test
    void outsideTheScopeThereIsNeitherClientNorPortfolio() {
        var client = clientOf(ANA);
        var id = open(ANA, client, RETIREMENT).statusCode(201).extract().<String>path("id");

        for (var stranger : List.of(BRUNO, MARCOS)) {
            as(stranger).get(PORTFOLIO, id).then().statusCode(404).body("detail", equalTo("Portfolio not found"));
            as(stranger).get(OF_CLIENT, client).then().statusCode(404).body("type", endsWith("/not-found"));
            open(stranger, client, RETIREMENT).statusCode(404).body("type", endsWith("/not-found"));
        }
        as(BRUNO)
                .get(PORTFOLIO, UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", equalTo("Portfolio not found"));
    }

    @Test
    void complianceReadsOnly() {
        var client = clientOf(ANA);
        var id = open(ANA, client, RETIREMENT).statusCode(201).extract().<String>path("id");

        open(COMPLIANCE, client, Map.of("name", "Other", "currency", "USD"))
                .statusCode(403)
                .body("type", endsWith("/forbidden"));
        as(COMPLIANCE).get(PORTFOLIO, id).then().statusCode(200);
    }

    @Test
    void withoutSignInThereIsNothing() {
        anonymous().get(OF_CLIENT, UUID.randomUUID()).then().statusCode(401);
        anonymous().get(PORTFOLIO, UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void aClientHasEachNameOnce() {
        var client = clientOf(ANA);
        open(ANA, client, RETIREMENT).statusCode(201);

        open(ANA, client, Map.of("name", " retiro ", "currency", "ARS"))
                .statusCode(409)
                .body("type", endsWith("/conflict"))
                .body("errors[0].field", equalTo("name"));
        open(ANA, clientOf(ANA), RETIREMENT).statusCode(201);
    }

    @Test
    void whatIsWrongIsNamed() {
        var client = clientOf(ANA);

        open(ANA, client, Map.of("currency", "USD")).statusCode(400).body("errors[0].field", equalTo("name"));
        open(ANA, client, Map.of("name", "x", "currency", "usd"))
                .statusCode(400)
                .body("errors[0].field", equalTo("currency"))
                .body("errors[0].message", equalTo("must be an ISO 4217 currency"));
        open(ANA, client, Map.of("name", "x".repeat(201), "currency", "USD"))
                .statusCode(400)
                .body("errors[0].field", equalTo("name"));
        open(ANA, client, Map.of("name", "x", "currency", "USD", "value", "1"))
                .statusCode(400)
                .body("errors[0].field", equalTo("value"));
        as(ANA).get(OF_CLIENT + "?cursor=YWJj", client)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
        as(ANA).get(OF_CLIENT, client).then().body("items", hasSize(0));
    }

    @Test
    void openingIsPublishedOnceWithItsData() {
        var client = clientOf(ANA);
        var id = UUID.fromString(
                open(MARTA, client, RETIREMENT).statusCode(201).extract().path("id"));
        open(MARTA, client, RETIREMENT).statusCode(409);
        var later = UUID.fromString(open(MARTA, client, Map.of("name", "Later", "currency", "USD"))
                .statusCode(201)
                .extract()
                .path("id"));

        await().until(() -> !events.publishedBy("portfolio-service", later).isEmpty());
        var published = events.publishedBy("portfolio-service", id);
        assertThat(published).hasSize(1);
        var event = published.getFirst();
        assertThat(event.path("type").asText()).isEqualTo("portfolio.created");
        assertThat(event.path("actor").asText()).isEqualTo(MARTA.id().toString());
        var data = event.path("data");
        assertThat(data.path("id").asText()).isEqualTo(id.toString());
        assertThat(data.path("name").asText()).isEqualTo("Retiro");
        assertThat(data.path("currency").asText()).isEqualTo("USD");
        assertThat(data.path("clientId").asText()).isEqualTo(client.toString());
        assertThat(data.path("clientName").asText()).isEqualTo("Pía Núñez");
        assertThat(data.path("ownerId").asText()).isEqualTo(ANA.id().toString());
        assertThat(data.path("createdAt").isTextual()).isTrue();
    }

    @Test
    void thePortfoliosOfAClientArePaged() {
        var client = clientOf(ANA);
        for (var name : List.of("Uno", "Dos", "Tres")) {
            open(ANA, client, Map.of("name", name, "currency", "USD")).statusCode(201);
        }

        var cursor = as(ANA).get(OF_CLIENT + "?limit=2", client)
                .then()
                .body("items.name", contains("Uno", "Dos"))
                .body("total", equalTo(3))
                .extract()
                .<String>path("nextCursor");
        as(ANA).queryParam("cursor", cursor).get(OF_CLIENT, client).then().body("items.name", contains("Tres"));
    }

    @Test
    void anUnknownClientAppearsWhenItsEventArrives() {
        var client = UUID.randomUUID();
        as(ANA).get(OF_CLIENT, client).then().statusCode(404);

        clientHappened("client.created", client, ANA);

        awaitVisible(ANA, client);
    }

    @Test
    void anArchivedClientsPortfoliosAreReadOnlyAndAnOlderEventDoesNotBringItBack() {
        var client = UUID.randomUUID();
        var older = clientEvent("client.updated", client, ANA);
        clientHappened("client.created", client, ANA);
        awaitVisible(ANA, client);
        var id = open(ANA, client, RETIREMENT).statusCode(201).extract().<String>path("id");

        clientHappened("client.archived", client, ANA);
        awaitArchived(client);
        events.publish("client-service", older);
        awaitVisible(ANA, clientOf(ANA));

        as(ANA).get(OF_CLIENT, client).then().statusCode(200).body("items.name", contains("Retiro"));
        as(ANA).get(PORTFOLIO, id).then().statusCode(200).body("name", equalTo("Retiro"));
        as(BRUNO).get(OF_CLIENT, client).then().statusCode(404);
        open(ANA, client, Map.of("name", "Other", "currency", "USD"))
                .statusCode(409)
                .body("detail", equalTo(ARCHIVED));
    }

    @Test
    void aRestoredClientComesBackWithItsPortfolios() {
        var client = clientOf(ANA);
        open(ANA, client, RETIREMENT).statusCode(201);
        clientHappened("client.archived", client, ANA);
        awaitArchived(client);

        clientHappened("client.restored", client, ANA);
        await().untilAsserted(() ->
                open(ANA, client, Map.of("name", "Viaje", "currency", "USD")).statusCode(201));
        as(ANA).get(OF_CLIENT, client).then().body("items.name", contains("Retiro", "Viaje"));
    }

    /** That it has a portfolio of this name already is refused otherwise. */
    private static void awaitArchived(UUID client) {
        await().until(() ->
                ARCHIVED.equals(open(ANA, client, RETIREMENT).extract().path("detail")));
    }

    @Test
    void aClientTakenOverFromAnotherSystemAppearsToo() {
        var client = UUID.randomUUID();
        clientHappened("client.imported", client, ANA);
        awaitVisible(ANA, client);
        as(BRUNO).get(OF_CLIENT, client).then().statusCode(404);
    }

    @Test
    void aClientMovesWithItsOwnerAndATeamWithItsManager() {
        var client = clientOf(ANA);
        clientHappened("client.transferred", client, BRUNO);

        awaitVisible(BRUNO, client);
        awaitVisible(MARCOS, client);
        as(ANA).get(OF_CLIENT, client).then().statusCode(404);
        as(MARTA).get(OF_CLIENT, client).then().statusCode(404);

        events.registered(BRUNO, MARTA);
        awaitVisible(MARTA, client);
        as(MARCOS).get(OF_CLIENT, client).then().statusCode(404);
    }

    @Test
    void anAdvisorReadModelKeepsTheLatest() throws SQLException {
        var user = new HashMap<String, Object>(Map.of(
                "id",
                BRUNO.id().toString(),
                "name",
                "Old",
                "role",
                "ADVISOR",
                "active",
                true,
                "email",
                "b@example.com"));
        var older = events.envelope(UUID.randomUUID(), "auth-service", "user.updated", BRUNO.id(), ADMIN, user);
        user.put("name", "Bruno New");
        user.put("active", false);
        user.put("managerId", MARCOS.id().toString());
        events.happened("auth-service", "user.deactivated", BRUNO.id(), ADMIN, user);
        events.publish("auth-service", older);

        await().until(() -> advisor(BRUNO).equals("Bruno New ADVISOR " + MARCOS.id() + " f"));
        awaitVisible(ANA, clientOf(ANA));
        assertThat(advisor(BRUNO)).isEqualTo("Bruno New ADVISOR " + MARCOS.id() + " f");
    }

    private UUID clientOf(TestUser owner) {
        var client = UUID.randomUUID();
        clientHappened("client.created", client, owner);
        awaitVisible(owner, client);
        return client;
    }

    private void clientHappened(String type, UUID client, TestUser owner) {
        events.publish("client-service", clientEvent(type, client, owner));
    }

    private String clientEvent(String type, UUID client, TestUser owner) {
        var data = Map.of(
                "id",
                client.toString(),
                "firstName",
                "Pía",
                "lastName",
                "Núñez",
                "ownerId",
                owner.id().toString());
        return events.envelope(UUID.randomUUID(), "client-service", type, client, owner, data);
    }

    private static void awaitVisible(TestUser user, UUID client) {
        await().until(() -> as(user).get(OF_CLIENT, client).statusCode() == 200);
    }

    private static ValidatableResponse open(TestUser user, UUID client, Map<String, String> portfolio) {
        return as(user).body(portfolio).post(OF_CLIENT, client).then();
    }

    private String advisor(TestUser user) throws SQLException {
        var select = "select concat_ws(' ', name, role, manager_id, active) from advisor where id = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(select)) {
            statement.setObject(1, user.id());
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
