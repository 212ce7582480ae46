package com.cactuswealth.clients.client;

import static com.cactuswealth.clients.TestClients.aClientOf;
import static com.cactuswealth.clients.TestClients.addClient;
import static com.cactuswealth.clients.TestClients.known;
import static com.cactuswealth.clients.TestClients.list;
import static com.cactuswealth.clients.TestClients.move;
import static com.cactuswealth.clients.TestClients.request;
import static com.cactuswealth.clients.TestClients.takeOver;
import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.BRUNO;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARCOS;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.clients.TestClients;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestUser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class PipelineTest {

    private static final String CREATED = "2025-03-03T12:00:00Z";
    private static final String OPENED = "2025-03-05T12:00:00Z";

    @Inject
    TestClients firm;

    @BeforeEach
    void anEmptyFirm() throws SQLException {
        firm.theFirmIsKnown();
        firm.nobodyIsAClient();
    }

    @Test
    void theBoardHasEveryStageInOrder() {
        board(ANA, "limit=50")
                .body(
                        "columns.stage",
                        contains(
                                "PROSPECT",
                                "CONTACTED",
                                "FIRST_MEETING",
                                "SECOND_MEETING",
                                "OPENING",
                                "ONBOARDING",
                                "RESCHEDULE",
                                "ACTIVE_INVESTOR",
                                "ACTIVE_INSURED",
                                "DORMANT"))
                .body("columns.collect { it.total }", equalTo(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .body("columns[9].items", empty())
                .body("columns[9].nextCursor", nullValue());
    }

    @Test
    void aColumnBeginsWithWhomArrivedLastAndContinuesInTheList() {
        var ids = IntStream.range(0, 5).mapToObj(i -> aClientOf(ANA)).toList();
        List.of(3, 0, 4, 2).forEach(i -> move(ANA, ids.get(i), "OPENING"));

        var column = board(ANA, "limit=3")
                .body("columns[4].stage", equalTo("OPENING"))
                .body("columns[4].total", equalTo(4))
                .body("columns[4].items.id", contains(text(ids, 2, 4, 0)))
                .body("columns[4].items[0].stageSince", equalTo(stageSince(ids.get(2))))
                .body("columns[0].items.id", contains(text(ids, 1)))
                .body("columns[0].nextCursor", nullValue());
        String next = column.extract().path("columns[4].nextCursor");
        list(ANA, "stage=OPENING&sort=-stageSince&cursor=" + next)
                .body("items.id", contains(text(ids, 3)))
                .body("nextCursor", nullValue());
    }

    @Test
    void theBoardSearchesAndFiltersAsTheListDoes() {
        var body = request();
        body.putAll(Map.of("lastName", "Ibáñez", "riskProfile", "HIGH", "leadSource", "EVENT"));
        var id = addClient(ANA, body);
        aClientOf(ANA);

        for (var query : List.of("q=ibanez", "riskProfile=HIGH&riskProfile=LOW", "leadSource=EVENT", "q=IBÁÑEZ")) {
            board(ANA, query)
                    .body("columns[0].items.id", contains(id.toString()))
                    .body("columns[0].total", equalTo(1));
        }
        board(ANA, "riskProfile=LOW").body("columns[0].total", equalTo(0));
        as(ANA).get("/api/v1/clients/board?limit=101").then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }

    @Test
    void theBoardShowsWhomOneMaySee() {
        aClientOf(ANA);
        aClientOf(BRUNO);
        aClientOf(MARCOS);
        var archived = aClientOf(ANA);
        as(ANA).delete("/api/v1/clients/{id}", archived).then().statusCode(204);

        Map.of(ANA, 1, BRUNO, 1, MARTA, 2, MARCOS, 1, ADMIN, 3, COMPLIANCE, 3)
                .forEach((user, total) -> board(user, "limit=50").body("columns[0].total", equalTo(total)));
        board(MARTA, "ownerId=" + BRUNO.id()).body("columns[0].items.ownerId", contains(text(BRUNO)));
        board(MARTA, "ownerId=" + BRUNO.id() + "&ownerId=" + ANA.id()).body("columns[0].total", equalTo(2));
        board(ANA, "ownerId=" + BRUNO.id()).body("columns[0].total", equalTo(0));
        anonymous().get("/api/v1/clients/board").then().statusCode(401);
    }

    @Test
    void stageHistoryTellsEveryStayAndWhoBeganIt() {
        var id = aClientOf(ANA);
        move(MARTA, id, "CONTACTED");
        move(ANA, id, "ACTIVE_INSURED");
        move(ANA, id, "ACTIVE_INSURED");

        var history = stages(ADMIN, id)
                .statusCode(200)
                .body("stage", contains("PROSPECT", "CONTACTED", "ACTIVE_INSURED"))
                .body("changedBy", contains(text(ANA), text(MARTA), text(ANA)))
                .body("changedByName", contains("Ana Advisor", "Marta Manager", "Ana Advisor"))
                .body("[2].leftAt", nullValue())
                .extract()
                .jsonPath();
        assertThat(history.getString("[0].enteredAt")).isEqualTo(createdAt(id));
        assertThat(history.getString("[0].leftAt")).isEqualTo(history.getString("[1].enteredAt"));
        assertThat(history.getString("[1].leftAt")).isEqualTo(history.getString("[2].enteredAt"));
        assertThat(history.getString("[2].enteredAt")).isEqualTo(stageSince(id));
        assertThat(Instant.parse(history.getString("[2].enteredAt")))
                .isAfter(Instant.parse(history.getString("[1].enteredAt")));
    }

    @Test
    void stageHistoryIsForThoseWhoSeeTheClient() {
        var id = aClientOf(ANA);
        for (var mayRead : List.of(ANA, MARTA, ADMIN, COMPLIANCE)) {
            stages(mayRead, id).statusCode(200).body("stage", contains("PROSPECT"));
        }
        for (var mayNot : List.of(BRUNO, MARCOS)) {
            stages(mayNot, id).statusCode(404);
        }
        stages(ADMIN, UUID.randomUUID()).statusCode(404);
    }

    @Test
    void aMoveTakenBackAtOnceLeavesNoStay() {
        var id = inOpening();
        move(ANA, id, "ONBOARDING");
        move(ANA, id, "ACTIVE_INVESTOR");
        move(ANA, id, "ONBOARDING");
        move(ANA, id, "OPENING");

        stages(ANA, id)
                .body("stage", contains("PROSPECT", "OPENING"))
                .body("enteredAt", contains(CREATED, OPENED))
                .body("leftAt", contains(OPENED, null));
        as(ANA).get("/api/v1/clients/{id}", id).then().body("stageSince", equalTo(OPENED));
        as(ANA).get("/api/v1/clients/summary")
                .then()
                .body("totals.won", equalTo(0))
                .body("stageDurations.collect { it.stays }.sum()", equalTo(0));
        as(ANA).get("/api/v1/clients/{id}/activities?limit=4", id)
                .then()
                .body("items.fromStage", contains("ONBOARDING", "ACTIVE_INVESTOR", "ONBOARDING", "OPENING"))
                .body("items.toStage", contains("OPENING", "ONBOARDING", "ACTIVE_INVESTOR", "ONBOARDING"));
        var back = firm.eventsOf(id, 5).getLast();
        assertThat(back.path("type").asText()).isEqualTo("client.status_changed");
        assertThat(back.path("data").path("fromStage").asText()).isEqualTo("ONBOARDING");
        assertThat(back.path("data").path("toStage").asText()).isEqualTo("OPENING");

        move(ANA, id, "ACTIVE_INVESTOR");
        stages(ANA, id).body("stage", contains("PROSPECT", "OPENING", "ACTIVE_INVESTOR"));
        as(ANA).get("/api/v1/clients/summary").then().body("totals.won", equalTo(1));
    }

    @Test
    void aMoveBackByAnotherOrAfterAWhileIsAMove() throws SQLException {
        var id = inOpening();
        move(ANA, id, "ONBOARDING");
        move(MARTA, id, "OPENING");
        stages(ANA, id).body("stage", contains("PROSPECT", "OPENING", "ONBOARDING", "OPENING"));

        move(ANA, id, "ONBOARDING");
        firm.execute("update stage_change set changed_at = changed_at - interval '61 seconds'");
        move(ANA, id, "OPENING");
        stages(ANA, id)
                .body("stage", contains("PROSPECT", "OPENING", "ONBOARDING", "OPENING", "ONBOARDING", "OPENING"));
        assertThat(Instant.parse(stageSince(id))).isAfter(Instant.now().minusSeconds(60));
    }

    private static UUID inOpening() {
        return UUID.fromString(
                takeOver(List.of(known(ANA, CREATED, "OPENING", OPENED))).getFirst());
    }

    @Test
    void anEditLeavesTheTimeInStageAlone() {
        var id = aClientOf(ANA);
        var since = stageSince(id);
        as(ANA).body("{\"phone\":\"011 4444-5555\"}")
                .patch("/api/v1/clients/{id}", id)
                .then()
                .statusCode(200)
                .body("stageSince", equalTo(since));
        move(ANA, id, "DORMANT");
        assertThat(Instant.parse(stageSince(id))).isAfter(Instant.parse(since));
    }

    private static ValidatableResponse board(TestUser user, String query) {
        return as(user).get("/api/v1/clients/board?" + query).then().statusCode(200);
    }

    private static ValidatableResponse stages(TestUser user, UUID client) {
        return as(user).get("/api/v1/clients/{id}/stages", client).then();
    }

    private static String stageSince(UUID client) {
        return as(ANA).get("/api/v1/clients/{id}", client).path("stageSince");
    }

    private static String createdAt(UUID client) {
        return as(ANA).get("/api/v1/clients/{id}", client).path("createdAt");
    }

    private static String text(TestUser user) {
        return user.id().toString();
    }

    private static String[] text(List<UUID> ids, int... chosen) {
        return IntStream.of(chosen).mapToObj(i -> ids.get(i).toString()).toArray(String[]::new);
    }
}
