package com.cactuswealth.clients.activity;

import static com.cactuswealth.clients.TestClients.aClientOf;
import static com.cactuswealth.clients.TestClients.addClient;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.clients.TestClients;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestUser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class TimelineTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Inject
    TestClients firm;

    @Inject
    TestEvents events;

    @BeforeEach
    void theFirmIsKnown() {
        firm.theFirmIsKnown();
    }

    @Test
    void everyChangeIsToldNewestFirst() {
        var id = aClientOf(ANA);
        patch(id, "{\"phone\":\"011 4444-5555\",\"notes\":\"secret\"}");
        move(MARTA, id, "CONTACTED");
        as(ADMIN).delete("/api/v1/clients/{id}", id).then().statusCode(204);
        as(ANA).post("/api/v1/clients/{id}/restore", id).then().statusCode(200);

        var timeline = timeline(ANA, id, "limit=50")
                .body("total", equalTo(5))
                .body("nextCursor", nullValue())
                .body(
                        "items.kind",
                        contains(
                                "CLIENT_RESTORED",
                                "CLIENT_ARCHIVED",
                                "STAGE_CHANGED",
                                "CLIENT_UPDATED",
                                "CLIENT_CREATED"))
                .body(
                        "items.actorName",
                        contains("Ana Advisor", "Alma Admin", "Marta Manager", "Ana Advisor", "Ana Advisor"))
                .body("items[0].client.id", equalTo(id.toString()))
                .body("items[0].client.firstName", equalTo("Lucía"))
                .body("items[0].client.lastName", equalTo("Peña"))
                .body("items[1].actorId", equalTo(ADMIN.id().toString()))
                .body("items[2].fromStage", equalTo("PROSPECT"))
                .body("items[2].toStage", equalTo("CONTACTED"))
                .body("items[2].fields", nullValue())
                .body("items[3].fields", contains("phone", "notes"))
                .body("items[3].fromStage", nullValue())
                .body("items[4].portfolio", nullValue());
        assertThat(timeline.extract().asString()).doesNotContain("secret", "4444");
        timeline.body(
                "items[4].at", equalTo(as(ANA).get("/api/v1/clients/{id}", id).path("createdAt")));
    }

    @Test
    void aPatchThatChangesNothingTellsNobody() {
        var body = request();
        body.put("savingsCapacity", Map.of("amount", "10", "currency", "USD"));
        var id = addClient(ANA, body);

        for (var same : List.of(
                "{}",
                "{\"firstName\":\" Lucía \",\"phone\":null}",
                "{\"savingsCapacity\":{\"amount\":\"10.00\",\"currency\":\"USD\"}}")) {
            patch(id, same).statusCode(200).header("ETag", "\"0\"").body("version", equalTo(0));
        }
        patch(id, "{\"savingsCapacity\":{\"amount\":\"10.01\",\"currency\":\"USD\"}}")
                .body("version", equalTo(1));

        assertThat(firm.eventsOf(id, 2).get(1).path("type").asText()).isEqualTo("client.updated");
        timeline(ANA, id, "limit=50")
                .body("items.kind", contains("CLIENT_UPDATED", "CLIENT_CREATED"))
                .body("items[0].fields", contains("savingsCapacity"));
    }

    @Test
    void aPortfolioOpenedElsewhereIsToldOnce() {
        var id = aClientOf(ANA);
        var event = opened(id, "Jubilación");
        events.publish("portfolio-service", event);
        events.publish("portfolio-service", event);
        events.publish("portfolio-service", opened(id, "Viaje"));

        await().until(() -> timeline(ANA, id, "limit=50").extract().<Integer>path("total") == 3);
        timeline(ANA, id, "limit=50")
                .body("items.find { it.portfolio == 'Jubilación' }.kind", equalTo("PORTFOLIO_OPENED"))
                .body("items.find { it.portfolio == 'Jubilación' }.actorName", equalTo("Marta Manager"))
                .body("items.findAll { it.portfolio == 'Jubilación' }.size()", equalTo(1));
    }

    @Test
    void aTimelinePagesWithoutGapOrRepetition() {
        var id = aClientOf(ANA);
        for (var i = 0; i < 6; i++) {
            move(ANA, id, i % 2 == 0 ? "CONTACTED" : "PROSPECT");
        }
        var whole = timeline(ANA, id, "limit=50").extract().jsonPath().<String>getList("items.id");
        var paged = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = timeline(ANA, id, "limit=3" + cursor).body("total", equalTo(7));
            paged.addAll(page.extract().jsonPath().getList("items.id"));
            String next = page.extract().path("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(paged).hasSize(7).containsExactlyElementsOf(whole);
        as(ANA).get("/api/v1/clients/{id}/activities?cursor=nonsense", id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void aTimelineIsForThoseWhoSeeTheClient() {
        var id = aClientOf(ANA);
        for (var mayRead : List.of(ANA, MARTA, ADMIN, COMPLIANCE)) {
            timeline(mayRead, id, "limit=50").body("total", equalTo(1));
        }
        for (var mayNot : List.of(BRUNO, MARCOS)) {
            as(mayNot).get("/api/v1/clients/{id}/activities", id).then().statusCode(404);
        }
        as(ADMIN).get("/api/v1/clients/{id}/activities", NOBODY).then().statusCode(404);
        anonymous().get("/api/v1/clients/{id}/activities", id).then().statusCode(401);
    }

    private String opened(UUID client, String name) {
        var portfolio = UUID.randomUUID();
        var data = Map.of("id", portfolio.toString(), "name", name, "clientId", client.toString());
        return events.envelope(UUID.randomUUID(), "portfolio-service", "portfolio.created", portfolio, MARTA, data);
    }

    private static ValidatableResponse patch(UUID id, String body) {
        return as(ANA).body(body).patch("/api/v1/clients/{id}", id).then();
    }

    private static ValidatableResponse timeline(TestUser user, UUID id, String query) {
        return as(user).get("/api/v1/clients/" + id + "/activities?" + query)
                .then()
                .statusCode(200);
    }
}
