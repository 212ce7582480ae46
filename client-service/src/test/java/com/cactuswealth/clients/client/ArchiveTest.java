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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.clients.TestClients;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestUser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ArchiveTest {

    @Inject
    TestClients firm;

    @BeforeEach
    void theFirmIsKnown() {
        firm.theFirmIsKnown();
    }

    @Test
    void anArchivedClientIsReadByIdAndItsAddressIsFree() {
        var body = request();
        var id = addClient(ANA, body);
        as(ANA).get("/api/v1/clients/{id}", id).then().statusCode(200).body("archivedAt", nullValue());
        archive(ANA, id);

        for (var mayRead : List.of(ANA, MARTA, ADMIN, COMPLIANCE)) {
            var read = as(mayRead)
                    .get("/api/v1/clients/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("lastName", equalTo("Peña"));
            assertThat(read.extract().<String>path("archivedAt"))
                    .isEqualTo(read.extract().path("updatedAt"));
        }
        as(ANA).get("/api/v1/clients/{id}/activities", id).then().body("items[0].kind", equalTo("CLIENT_ARCHIVED"));
        as(ANA).get("/api/v1/clients/{id}/stages", id).then().body("stage", contains("PROSPECT"));
        for (var mayNot : List.of(BRUNO, MARCOS)) {
            as(mayNot).get("/api/v1/clients/{id}", id).then().statusCode(404);
        }
        assertThat(firm.eventsOf(id, 2).get(1).path("type").asText()).isEqualTo("client.archived");
        addClient(ANA, body);
    }

    @Test
    void theArchivedAreListedWhenTheyAreAskedFor() {
        var word = "a" + UUID.randomUUID().toString().substring(0, 8);
        var body = request();
        body.put("lastName", word);
        var present = addClient(ANA, body).toString();
        body.putAll(request());
        body.put("lastName", word);
        var archived = addClient(ANA, body);
        move(ANA, archived, "OPENING");
        archive(ANA, archived);

        for (var mayRead : List.of(ANA, MARTA, ADMIN, COMPLIANCE)) {
            list(mayRead, "q=" + word).body("items.id", contains(present)).body("total", equalTo(1));
            list(mayRead, "archived=false&q=" + word).body("items.id", contains(present));
            list(mayRead, "archived=true&q=" + word)
                    .body("items.id", contains(archived.toString()))
                    .body("total", equalTo(1));
        }
        list(ANA, "archived=true&stage=OPENING&sort=-updatedAt&limit=1")
                .body("items.id", contains(archived.toString()));
        list(ANA, "archived=true&stage=PROSPECT&q=" + word).body("total", equalTo(0));
        list(BRUNO, "archived=true&q=" + word).body("total", equalTo(0));
        as(ANA).get("/api/v1/clients/board?archived=true&q=" + word)
                .then()
                .body("columns.collect { it.total }.sum()", equalTo(1))
                .body("columns[0].items.id", contains(present));
    }

    @Test
    void anArchivedClientIsNotChangedUntilItIsRestored() {
        var id = aClientOf(ANA);
        archive(ANA, id);

        for (var may : List.of(ANA, MARTA, ADMIN)) {
            for (var refused : List.of(
                    as(may).body("{\"notes\":\"x\"}").patch("/api/v1/clients/{id}", id),
                    as(may).body("{\"stage\":\"OPENING\"}").put("/api/v1/clients/{id}/stage", id))) {
                refused.then()
                        .statusCode(409)
                        .body("type", endsWith("/conflict"))
                        .body("detail", equalTo("The client is archived: restore it first"));
            }
        }
        as(BRUNO).body("{}").patch("/api/v1/clients/{id}", id).then().statusCode(404);
        firm.eventsOf(id, 2);
    }

    @Test
    void archivingAgainChangesNothing() {
        var id = aClientOf(ANA);
        archive(ANA, id);
        var before = as(ANA).get("/api/v1/clients/{id}", id).asString();
        archive(MARTA, id);

        assertThat(as(ANA).get("/api/v1/clients/{id}", id).asString()).isEqualTo(before);
        as(ANA).get("/api/v1/clients/{id}/activities", id)
                .then()
                .body("items.kind", contains("CLIENT_ARCHIVED", "CLIENT_CREATED"));
        assertThat(firm.eventsOf(id, 2).getLast().path("type").asText()).isEqualTo("client.archived");
    }

    @Test
    void aRestoredClientIsAsItWas() {
        var id = aClientOf(ANA);
        move(ANA, id, "OPENING");
        String since = as(ANA).get("/api/v1/clients/{id}", id).path("stageSince");
        archive(ANA, id);

        restore(ANA, id)
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("id", equalTo(id.toString()))
                .body("stage", equalTo("OPENING"))
                .body("stageSince", equalTo(since))
                .body("archivedAt", nullValue());
        as(ANA).get("/api/v1/clients/{id}", id).then().statusCode(200).body("version", equalTo(3));
        var event = firm.eventsOf(id, 4).getLast();
        assertThat(event.path("type").asText()).isEqualTo("client.restored");
        assertThat(event.path("actor").asText()).isEqualTo(ANA.id().toString());
        assertThat(event.path("data").path("firstName").asText()).isEqualTo("Lucía");
    }

    @Test
    void restoringAgainChangesNothing() throws Exception {
        var id = aClientOf(ANA);
        restore(ANA, id).statusCode(200).header("ETag", "\"0\"");
        archive(ANA, id);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<ValidatableResponse> again = () -> restore(ANA, id);
            for (var answer : threads.invokeAll(List.of(again, again, again, again))) {
                answer.get().statusCode(200).header("ETag", "\"2\"");
            }
        }
        assertThat(firm.eventsOf(id, 3).getLast().path("type").asText()).isEqualTo("client.restored");
        as(ANA).get("/api/v1/clients/{id}/activities", id)
                .then()
                .body("items.kind", contains("CLIENT_RESTORED", "CLIENT_ARCHIVED", "CLIENT_CREATED"));
    }

    @Test
    void anAddressTakenMeanwhileIsNamed() {
        var body = request();
        var id = addClient(ANA, body);
        archive(ANA, id);
        addClient(ANA, body);

        restore(ANA, id).statusCode(409).body("type", endsWith("/conflict")).body("errors.field", contains("email"));
        as(ANA).get("/api/v1/clients/{id}", id).then().body("archivedAt", notNullValue());
    }

    @Test
    void onlyWhoSawTheClientBringsItBack() {
        var id = aClientOf(ANA);
        archive(ANA, id);
        for (var mayNot : List.of(BRUNO, MARCOS)) {
            restore(mayNot, id).statusCode(404);
        }
        restore(COMPLIANCE, id).statusCode(403);
        restore(ADMIN, UUID.randomUUID()).statusCode(404);
        anonymous().post("/api/v1/clients/{id}/restore", id).then().statusCode(401);
        for (var may : List.of(MARTA, ADMIN)) {
            restore(may, id).statusCode(200);
            archive(may, id);
        }
    }

    private static ValidatableResponse restore(TestUser user, UUID id) {
        return as(user).post("/api/v1/clients/{id}/restore", id).then();
    }
}
