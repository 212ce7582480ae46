package com.cactuswealth.clients.client;

import static com.cactuswealth.clients.TestClients.aClientOf;
import static com.cactuswealth.clients.TestClients.addClient;
import static com.cactuswealth.clients.TestClients.archive;
import static com.cactuswealth.clients.TestClients.list;
import static com.cactuswealth.clients.TestClients.move;
import static com.cactuswealth.clients.TestClients.request;
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

import com.cactuswealth.clients.TestClients;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestUser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class TransferTest {

    @Inject
    TestClients firm;

    @Inject
    TestEvents events;

    @BeforeEach
    void anEmptyFirm() throws SQLException {
        firm.theFirmIsKnown();
        events.registered(COMPLIANCE, null);
        await().until(() -> firm.count("select count(*) from advisor where role = 'COMPLIANCE'") == 1);
        firm.nobodyIsAClient();
    }

    @Test
    void aManagerHandsAClientToAnotherAdvisorOfTheTeam() {
        var id = aClientOf(ANA);
        move(ANA, id, "OPENING");

        transfer(MARTA, id, BRUNO)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("ownerId", equalTo(BRUNO.id().toString()))
                .body("stage", equalTo("OPENING"));

        as(BRUNO).get("/api/v1/clients/{id}", id).then().statusCode(200).body("version", equalTo(2));
        as(BRUNO)
                .get("/api/v1/clients/{id}/activities", id)
                .then()
                .body("items.kind", contains("CLIENT_TRANSFERRED", "STAGE_CHANGED", "CLIENT_CREATED"))
                .body("items[0].actorName", equalTo("Marta Manager"))
                .body("items[0].fromOwnerId", equalTo(ANA.id().toString()))
                .body("items[0].fromOwnerName", equalTo("Ana Advisor"))
                .body("items[0].toOwnerId", equalTo(BRUNO.id().toString()))
                .body("items[0].toOwnerName", equalTo("Bruno Advisor"))
                .body("items.toOwnerId", contains(BRUNO.id().toString(), null, null));
        var event = firm.eventsOf(id, 3).getLast();
        assertThat(event.path("type").asText()).isEqualTo("client.transferred");
        assertThat(event.path("actor").asText()).isEqualTo(MARTA.id().toString());
        assertThat(event.path("data").toString())
                .isEqualTo(
                        "{\"id\":\"%s\",\"firstName\":\"Lucía\",\"lastName\":\"Peña\",\"fromOwnerId\":\"%s\",\"ownerId\":\"%s\"}"
                                .formatted(id, ANA.id(), BRUNO.id()));
    }

    @Test
    void theFormerOwnerLosesSightOfItAtOnce() {
        var id = aClientOf(ANA);
        transfer(MARTA, id, BRUNO).statusCode(200);

        for (var path : List.of("", "/activities", "/stages")) {
            as(ANA).get("/api/v1/clients/{id}" + path, id).then().statusCode(404);
        }
        as(ANA).body("{}").patch("/api/v1/clients/{id}", id).then().statusCode(404);
        as(ANA).body("{\"stage\":\"OPENING\"}")
                .put("/api/v1/clients/{id}/stage", id)
                .then()
                .statusCode(404);
        as(ANA).delete("/api/v1/clients/{id}", id).then().statusCode(404);
        list(ANA, "limit=50").body("total", equalTo(0));
        list(ANA, "archived=true").body("total", equalTo(0));
        as(ANA).get("/api/v1/clients/board").then().body("columns.collect { it.total }.sum()", equalTo(0));
        as(ANA).get("/api/v1/clients/summary")
                .then()
                .body("totals.clients", equalTo(0))
                .body("latest.size()", equalTo(0));
        list(BRUNO, "limit=50").body("items.id", contains(id.toString()));
    }

    @Test
    void aTransferToTheOwnerChangesNothing() {
        var id = aClientOf(ANA);
        transfer(MARTA, id, ANA).statusCode(200).header("ETag", "\"0\"");
        transfer(ADMIN, id, MARTA).statusCode(200).header("ETag", "\"1\"");
        assertThat(firm.eventsOf(id, 2).getLast().path("type").asText()).isEqualTo("client.transferred");
    }

    @Test
    void theNewOwnerIsAnActiveAdvisorOfTheCallers() {
        var id = aClientOf(ANA);
        refused(transfer(MARTA, id, MARCOS));
        refused(transfer(MARTA, id, COMPLIANCE));
        refused(transfer(ADMIN, id, COMPLIANCE));
        refused(transfer(ADMIN, id, ADMIN));
        refused(transfer(ADMIN, id, UUID.randomUUID().toString()));
        as(MARTA).body("{}").put("/api/v1/clients/{id}/owner", id).then().statusCode(400);
        transfer(ADMIN, id, MARCOS).statusCode(200);
        transfer(MARTA, id, ANA).statusCode(404);
    }

    @Test
    void onlyManagersAndAdministratorsHandClientsOver() {
        var id = aClientOf(ANA);
        transfer(ANA, id, BRUNO).statusCode(403);
        transfer(COMPLIANCE, id, BRUNO).statusCode(403);
        transfer(MARCOS, id, MARCOS).statusCode(404);
        anonymous()
                .body(Map.of("ownerId", BRUNO.id()))
                .put("/api/v1/clients/{id}/owner", id)
                .then()
                .statusCode(401);
        as(ANA).get("/api/v1/clients/{id}", id).then().statusCode(200).body("version", equalTo(0));
    }

    @Test
    void whatStandsInTheWayOfATransferIsTold() {
        var body = request();
        var id = addClient(ANA, body);
        as(MARTA)
                .header("If-Match", "\"7\"")
                .body(Map.of("ownerId", BRUNO.id()))
                .put("/api/v1/clients/{id}/owner", id)
                .then()
                .statusCode(412);
        addClient(BRUNO, body);
        transfer(MARTA, id, BRUNO)
                .statusCode(409)
                .body("type", endsWith("/conflict"))
                .body("errors.field", contains("ownerId"));
        as(ANA).get("/api/v1/clients/{id}", id).then().statusCode(200).body("version", equalTo(0));
        archive(ANA, id);
        transfer(MARTA, id, MARTA).statusCode(409).body("detail", equalTo("The client is archived: restore it first"));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(400).body("errors.field", contains("ownerId"));
    }

    private static ValidatableResponse transfer(TestUser user, UUID client, TestUser owner) {
        return transfer(user, client, owner.id().toString());
    }

    private static ValidatableResponse transfer(TestUser user, UUID client, String owner) {
        return as(user).body(Map.of("ownerId", owner))
                .put("/api/v1/clients/{id}/owner", client)
                .then();
    }
}
