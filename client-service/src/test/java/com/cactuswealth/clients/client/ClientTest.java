package com.cactuswealth.clients.client;

import static com.cactuswealth.clients.TestClients.aClientOf;
import static com.cactuswealth.clients.TestClients.addClient;
import static com.cactuswealth.clients.TestClients.list;
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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.clients.TestClients;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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
class ClientTest {

    @Inject
    TestClients firm;

    @Inject
    TestEvents events;

    @BeforeEach
    void theFirmIsKnown() {
        firm.theFirmIsKnown();
    }

    @Test
    void aClientKeepsAllItsFields() {
        var referrer = aClientOf(ANA);
        var body = request();
        body.putAll(Map.of(
                "phone", "+54 9 11 5555-1234",
                "riskProfile", "HIGH",
                "stage", "CONTACTED",
                "leadSource", "REFERRAL",
                "notes", "Prefiere la tarde",
                "liveNotes", "Reunión en curso",
                "portfolioName", "Crecimiento",
                "referredByClientId", referrer,
                "savingsCapacity", Map.of("amount", "1200.50", "currency", "USD")));
        var response = as(ANA).body(body).post("/api/v1/clients").then().statusCode(201);
        String id = response.extract().path("id");

        response.header("Location", endsWith("/api/v1/clients/" + id)).header("ETag", "\"0\"");
        var read = as(ANA).get("/api/v1/clients/{id}", id).then().statusCode(200);
        body.forEach((field, value) -> {
            if (value instanceof String text) {
                read.body(field, equalTo(text));
            }
        });
        read.body("referredByClientId", equalTo(referrer.toString()))
                .body("savingsCapacity.amount", equalTo("1200.5000"))
                .body("savingsCapacity.currency", equalTo("USD"))
                .body("ownerId", equalTo(ANA.id().toString()));
    }

    @Test
    void aClientNeedsOnlyANameAndAnAddress() {
        as(ANA).body(request())
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .body("riskProfile", equalTo("MEDIUM"))
                .body("stage", equalTo("PROSPECT"))
                .body("phone", nullValue());
    }

    @Test
    void aClientNeedsNoAddressWhenThereIsAPhone() {
        var body = request();
        body.remove("email");
        refusedAtEmail(as(ANA).body(body).post("/api/v1/clients").then());
        body.put("phone", "011 4444-5555");
        var id = addClient(ANA, body);
        body.put("email", " ");
        addClient(ANA, body);
        as(ANA).get("/api/v1/clients/{id}", id)
                .then()
                .body("email", nullValue())
                .body("phone", equalTo("011 4444-5555"));
        var event = firm.eventsOf(id, 1).getFirst();
        assertThat(event.path("data").path("email").isNull()).isTrue();
        assertThat(event.path("data").path("phone").asText()).isEqualTo("011 4444-5555");

        refusedAtEmail(patch(id, "{\"phone\":null}"));
        patch(id, "{\"phone\":null,\"email\":\"" + UUID.randomUUID() + "@example.com\"}")
                .statusCode(200)
                .body("phone", nullValue());
        refusedAtEmail(patch(id, "{\"email\":null}"));
        patch(id, "{\"phone\":\"4444-5555\",\"email\":null}").statusCode(200).body("email", nullValue());
    }

    private static void refusedAtEmail(ValidatableResponse answer) {
        answer.statusCode(400)
                .body("errors.field", contains("email"))
                .body("errors[0].message", equalTo("is needed when there is no phone"));
    }

    @Test
    void creationIsToldOnceWithoutTheNotes() {
        var body = request();
        body.put("notes", "private");
        var id = addClient(ANA, body);

        var event = firm.eventsOf(id, 1).getFirst();
        assertThat(event.path("type").asText()).isEqualTo("client.created");
        assertThat(event.path("actor").asText()).isEqualTo(ANA.id().toString());
        assertThat(event.path("data").path("ownerId").asText())
                .isEqualTo(ANA.id().toString());
        assertThat(event.path("data").path("email").asText()).isEqualTo(body.get("email"));
        assertThat(event.toString()).doesNotContain("private");
    }

    @Test
    void aMoveIsRecordedAndToldOnce() throws SQLException {
        var id = aClientOf(ANA);
        for (var repeated = 0; repeated < 2; repeated++) {
            as(ANA).body(Map.of("stage", "FIRST_MEETING"))
                    .put("/api/v1/clients/{id}/stage", id)
                    .then()
                    .statusCode(200)
                    .body("stage", equalTo("FIRST_MEETING"))
                    .body("version", equalTo(1));
        }
        as(ANA).body(Map.of("stage", "DORMANT"))
                .put("/api/v1/clients/{id}/stage", id)
                .then()
                .statusCode(200);

        var data = firm.eventsOf(id, 3).get(1).path("data");
        assertThat(data.path("fromStage").asText()).isEqualTo("PROSPECT");
        assertThat(data.path("toStage").asText()).isEqualTo("FIRST_MEETING");
        assertThat(data.path("ownerId").asText()).isEqualTo(ANA.id().toString());
        assertThat(firm.count("select count(*) from stage_change where client_id = '" + id + "'"))
                .isEqualTo(3);
    }

    @Test
    void everyTextIsCheckedWhereverItStands() {
        for (var field : List.of("firstName", "lastName", "email", "phone", "notes", "liveNotes", "portfolioName")) {
            var body = request();
            body.put(field, "a\0b");
            as(ANA).body(body)
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(field))
                    .body("errors[0].message", equalTo("must not have the control character U+0000"));
            as(ANA).body(Map.of(field, "a\0b"))
                    .patch("/api/v1/clients/{id}", aClientOf(ANA))
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(field));
        }
        for (var invisible : List.of("\u00a0", "\u200b\u2060", "\u3164")) {
            var body = request();
            body.put("firstName", invisible);
            as(ANA).body(body)
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo("notBlank"));
        }
        as(ANA).queryParam("q", "a\0b")
                .get("/api/v1/clients")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("q"));
    }

    @Test
    void notesHaveLinesAndNamesDoNot() {
        var body = request();
        body.put("notes", " first\n\tsecond ");
        as(ANA).body(body).post("/api/v1/clients").then().statusCode(201).body("notes", equalTo("first\n\tsecond"));
        body.put("firstName", "first\nsecond");
        as(ANA).body(body).post("/api/v1/clients").then().statusCode(400).body("errors[0].field", equalTo("firstName"));
    }

    @Test
    void oneAddressIsOnePersonHoweverItIsWritten() {
        var name = "jose" + UUID.randomUUID();
        var body = request();
        body.put("email", name + "\u00e9@Example.com");
        as(ANA).body(body)
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .body("email", equalTo(name + "\u00e9@example.com"));
        body.put("email", name.toUpperCase(Locale.ROOT) + "E\u0301@example.com");
        as(ANA).body(body)
                .post("/api/v1/clients")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("email"))
                .body("errors[0].code", equalTo("client.emailTaken"));
    }

    @Test
    void aPhoneHasDigits() {
        for (var phone : List.of("-----", "12345", "+54 9", "1234567890123456", "()()()()")) {
            var body = request();
            body.put("phone", phone);
            as(ANA).body(body)
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("phone"))
                    .body("errors[0].message", equalTo("must be a telephone number of 6 to 15 digits"));
        }
        for (var phone : List.of("123456", "+54 (9) 11 5555-1234", "011/4444.5555")) {
            var body = request();
            body.put("phone", phone);
            as(ANA).body(body).post("/api/v1/clients").then().statusCode(201).body("phone", equalTo(phone));
        }
    }

    @Test
    void anEnumerationHasNoNumbers() {
        as(ANA).body(Map.of("stage", 7))
                .put("/api/v1/clients/{id}/stage", aClientOf(ANA))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("stage"));
    }

    @Test
    void aCursorIsGoodForItsOrderAndFilterOnly() {
        var body = request();
        body.put("lastName", "Cursor");
        addClient(ANA, body);
        aClientOf(ANA);
        var cursor = list(ANA, "limit=1&sort=lastName").extract().<String>path("nextCursor");

        list(ANA, "limit=1&sort=lastName&cursor=" + cursor).body("items.size()", equalTo(1));
        for (var other : List.of("", "sort=-lastName&", "sort=lastName&stage=PROSPECT&", "sort=lastName&q=a&")) {
            as(ANA).get("/api/v1/clients?" + other + "cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("cursor"));
        }
    }

    @Test
    void whoHasTheVersionGetsNoBody() {
        var id = aClientOf(ANA);
        as(ANA).header("If-None-Match", "\"0\"")
                .get("/api/v1/clients/{id}", id)
                .then()
                .statusCode(304);
        as(ANA).header("If-None-Match", "\"1\"")
                .get("/api/v1/clients/{id}", id)
                .then()
                .statusCode(200);
        as(ANA).header("If-Match", "")
                .body(Map.of())
                .patch("/api/v1/clients/{id}", id)
                .then()
                .statusCode(400);
        as(ANA).header("If-Match", "\"7\", \"0\"")
                .body(Map.of())
                .patch("/api/v1/clients/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsWrongIsNamed() {
        var body = request();
        body.putAll(Map.of(
                "firstName", " ",
                "email", "nonsense",
                "phone", "call me",
                "savingsCapacity", Map.of("amount", "-1", "currency", "USD")));
        as(ANA).body(body)
                .post("/api/v1/clients")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("firstName", "email", "phone", "savingsCapacity"));
        body = request();
        body.put("riskProfile", "EXTREME");
        as(ANA).body(body)
                .post("/api/v1/clients")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("riskProfile"))
                .body("errors[0].message", equalTo("must be one of LOW, MEDIUM, HIGH"));
        as(ANA).body("{}")
                .put("/api/v1/clients/{id}/stage", aClientOf(ANA))
                .then()
                .statusCode(400);
        as(ANA).get("/api/v1/clients?sort=shoeSize").then().statusCode(400).body("errors[0].field", equalTo("sort"));
        as(ANA).get("/api/v1/clients?limit=1000").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        as(ANA).get("/api/v1/clients/not-a-uuid").then().statusCode(404);
    }

    @Test
    void anAddressIsUniqueForEachAdvisorOnly() {
        var body = request();
        addClient(ANA, body);
        var sameAddress = new HashMap<>(body);
        sameAddress.put("email", body.get("email").toString().toUpperCase(Locale.ROOT));
        as(ANA).body(sameAddress)
                .post("/api/v1/clients")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("email"));
        addClient(BRUNO, body);
    }

    @Test
    void ofTwoWhoAddTheSameAddressAtOnceOneSucceeds() throws Exception {
        var body = request();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> creation =
                    () -> as(ANA).body(body).post("/api/v1/clients").statusCode();
            var statuses = threads
                    .invokeAll(IntStream.range(0, 4).mapToObj(i -> creation).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void aPatchChangesWhatItNamesAndClearsWhatIsNull() {
        var body = request();
        body.put("phone", "011 4444-5555");
        var id = addClient(ANA, body);
        as(ANA).body(
                        "{\"lastName\":\"Nueva\",\"phone\":null,\"savingsCapacity\":{\"amount\":\"10\",\"currency\":\"ARS\"}}")
                .patch("/api/v1/clients/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("lastName", equalTo("Nueva"))
                .body("phone", nullValue())
                .body("firstName", equalTo(body.get("firstName")))
                .body("savingsCapacity.currency", equalTo("ARS"));
        assertThat(firm.eventsOf(id, 2).get(1).path("type").asText()).isEqualTo("client.updated");

        patch(id, "{\"email\":\"nonsense\"}").statusCode(400).body("errors[0].field", equalTo("email"));
        patch(id, "{\"shoeSize\":42}").statusCode(400).body("errors[0].field", equalTo("shoeSize"));
        patch(id, "{\"stage\":\"DORMANT\"}").statusCode(400).body("errors[0].field", equalTo("stage"));
        patch(id, "{\"referredByClientId\":\"" + id + "\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("referredByClientId"));
        patch(id, "[]").statusCode(400);
    }

    @Test
    void whoEditsAnOldVersionIsTold() {
        var id = aClientOf(ANA);
        as(ANA).header("If-Match", "\"0\"")
                .body("{\"notes\":\"first\"}")
                .patch("/api/v1/clients/{id}", id)
                .then()
                .statusCode(200);
        as(ANA).header("If-Match", "\"0\"")
                .body("{\"notes\":\"second\"}")
                .patch("/api/v1/clients/{id}", id)
                .then()
                .statusCode(412)
                .body("type", endsWith("/changed-meanwhile"));
        as(ANA).get("/api/v1/clients/{id}", id).then().body("notes", equalTo("first"));
    }

    @Test
    void everyRoleSeesWhomItMay() {
        var id = aClientOf(ANA);
        for (var mayRead : List.of(ANA, MARTA, ADMIN, COMPLIANCE)) {
            as(mayRead).get("/api/v1/clients/{id}", id).then().statusCode(200);
            as(mayRead).queryParam("limit", 200).get("/api/v1/clients").then().body("items.id", hasItem(id.toString()));
        }
        for (var mayNot : List.of(BRUNO, MARCOS)) {
            as(mayNot).get("/api/v1/clients/{id}", id).then().statusCode(404).body("type", endsWith("/not-found"));
            as(mayNot)
                    .queryParam("limit", 200)
                    .get("/api/v1/clients")
                    .then()
                    .body("items.id", not(hasItem(id.toString())));
            as(mayNot).body("{}").patch("/api/v1/clients/{id}", id).then().statusCode(404);
            as(mayNot)
                    .body(Map.of("stage", "DORMANT"))
                    .put("/api/v1/clients/{id}/stage", id)
                    .then()
                    .statusCode(404);
            as(mayNot).delete("/api/v1/clients/{id}", id).then().statusCode(404);
        }
        anonymous().get("/api/v1/clients/{id}", id).then().statusCode(401);
    }

    @Test
    void complianceReadsOnly() {
        var id = aClientOf(ANA);
        as(COMPLIANCE).body(request()).post("/api/v1/clients").then().statusCode(403);
        as(COMPLIANCE).body("{}").patch("/api/v1/clients/{id}", id).then().statusCode(403);
        as(COMPLIANCE)
                .body(Map.of("stage", "DORMANT"))
                .put("/api/v1/clients/{id}/stage", id)
                .then()
                .statusCode(403);
        as(COMPLIANCE).delete("/api/v1/clients/{id}", id).then().statusCode(403);
    }

    @Test
    void anOwnerMustBeOneOfTheCallersAdvisors() {
        var body = request();
        body.put("ownerId", ANA.id());
        addClient(MARTA, body);
        body.put("ownerId", BRUNO.id());
        addClient(ADMIN, body);
        for (var stranger : List.of(MARCOS, ANA)) {
            as(stranger)
                    .body(body)
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("ownerId"));
        }
        as(ADMIN)
                .body(request())
                .post("/api/v1/clients")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("ownerId"));
    }

    @Test
    void aReferrerMustBeVisible() {
        var body = request();
        body.put("referredByClientId", aClientOf(BRUNO));
        as(ANA).body(body)
                .post("/api/v1/clients")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("referredByClientId"));
    }

    @Test
    void theListSearchesAndFilters() {
        var word = "w" + UUID.randomUUID().toString().substring(0, 8);
        var body = request();
        body.put("lastName", word + "%");
        body.put("stage", "OPENING");
        body.put("leadSource", "EVENT");
        var id = addClient(ANA, body).toString();

        for (var query : List.of(
                "q=" + word.toUpperCase(Locale.ROOT),
                "q=" + word + "%25&stage=OPENING",
                "q=" + word + "&stage=DORMANT&stage=OPENING",
                "q=" + word + "&leadSource=EVENT&riskProfile=MEDIUM",
                "q=" + word + "&leadSource=OTHER&leadSource=EVENT&riskProfile=LOW&riskProfile=MEDIUM",
                "q=" + word + "&ownerId=" + BRUNO.id() + "&ownerId=" + ANA.id())) {
            list(ANA, query).body("items.id", contains(id)).body("total", equalTo(1));
        }
        for (var query : List.of(
                "q=" + word + "&stage=DORMANT",
                "q=" + word + "_",
                "q=" + word + "&riskProfile=LOW&riskProfile=HIGH",
                "q=" + word + "&ownerId=" + BRUNO.id())) {
            list(ANA, query).body("total", equalTo(0));
        }
    }

    @Test
    void theSearchIgnoresAccentsAndCase() {
        var body = request();
        var word = UUID.randomUUID().toString().substring(0, 8);
        body.putAll(Map.of("firstName", "Íñigo " + word, "lastName", "Ägüero Núñez", "phone", "+54 9 11 5555-1234"));
        var id = addClient(ANA, body).toString();

        for (var text :
                List.of("inigo " + word, word + " aguero", "NUNEZ", "Núñez", "n\u0303igo " + word, "9 11 5555", "ñ")) {
            for (var user : List.of(ANA, MARTA, ADMIN)) {
                as(user).queryParam("q", text)
                        .queryParam("limit", 1)
                        .get("/api/v1/clients")
                        .then()
                        .body("items.id", contains(id));
            }
        }
        as(ADMIN).queryParam("q", word + "%").get("/api/v1/clients").then().body("total", equalTo(0));
        body.put("email", UUID.randomUUID() + "@example.com");
        list(ANA, "q=" + body.get("email")).body("total", equalTo(0));
    }

    @Test
    void aPhoneIsFoundByItsDigitsHoweverItIsWritten() {
        var number = Long.toString(10_000_000 + Math.abs(UUID.randomUUID().getMostSignificantBits() % 90_000_000));
        var left = number.substring(0, 4);
        var right = number.substring(4);
        var body = request();
        body.put("phone", "+54 9 (11) " + left + "-" + right);
        var id = addClient(ANA, body).toString();

        for (var text : List.of(
                number,
                "11" + number,
                "54911" + number,
                left + " " + right,
                left + "-" + right,
                "(11) " + left + "." + right,
                "+54 9 11 " + left + right,
                number.substring(1))) {
            for (var user : List.of(ANA, MARTA, ADMIN)) {
                as(user).queryParam("q", text)
                        .get("/api/v1/clients")
                        .then()
                        .body("items.id", contains(id))
                        .body("total", equalTo(1));
            }
            as(ANA).queryParam("q", text).get("/api/v1/clients/board").then().body("columns[0].items.id", contains(id));
        }
        for (var text : List.of(number + "0", "12" + number, left + "x" + right)) {
            as(ADMIN).queryParam("q", text).get("/api/v1/clients").then().body("total", equalTo(0));
        }
        as(ADMIN).queryParam("q", "+-").get("/api/v1/clients").then().body("total", equalTo(0));
    }

    @Test
    void anAddressWithDigitsAndDotsIsFoundAsItIsWritten() {
        var body = request();
        body.put("email", "lu.1980.05." + UUID.randomUUID() + "@example.com");
        var id = addClient(BRUNO, body).toString();
        list(BRUNO, "q=1980.05.").body("items.id", contains(id));
    }

    @Test
    void everyOrderPagesWithoutGapOrRepetition() {
        var word = "p" + UUID.randomUUID().toString().substring(0, 8);
        IntStream.range(0, 7).forEach(i -> {
            var body = request();
            body.put("firstName", word);
            body.put("lastName", "Same" + i / 3);
            addClient(ANA, body);
        });
        for (var sort : List.of(
                "createdAt",
                "-createdAt",
                "updatedAt",
                "-updatedAt",
                "stageSince",
                "-stageSince",
                "lastName",
                "-lastName")) {
            var whole = list(ANA, "limit=200&sort=" + sort + "&q=" + word)
                    .extract()
                    .jsonPath()
                    .<String>getList("items.id");
            var paged = new ArrayList<String>();
            var cursor = "";
            while (cursor != null) {
                var page = list(ANA, "limit=2&sort=" + sort + "&q=" + word + cursor)
                        .body("total", equalTo(7));
                paged.addAll(page.extract().jsonPath().getList("items.id"));
                String next = page.extract().path("nextCursor");
                cursor = next == null ? null : "&cursor=" + next;
            }
            assertThat(paged).as(sort).hasSize(7).containsExactlyElementsOf(whole);
        }
    }

    @Test
    void namesAreSortedWithoutCaseAndAccents() {
        var word = "s" + UUID.randomUUID().toString().substring(0, 8);
        for (var lastName : List.of("zabala", "Álvarez", "Ñandú", "Benítez", "alonso", "Ojeda")) {
            var body = request();
            body.put("firstName", word);
            body.put("lastName", lastName);
            addClient(ANA, body);
        }
        list(ANA, "sort=lastName&q=" + word)
                .body("items.lastName", contains("alonso", "Álvarez", "Benítez", "Ñandú", "Ojeda", "zabala"));
    }

    @Test
    void aManagerWhoChangesTeamsSeesTheOtherClients() {
        var id = aClientOf(BRUNO);
        as(MARCOS).get("/api/v1/clients/{id}", id).then().statusCode(404);
        events.registered(BRUNO, MARCOS);

        await().until(() -> as(MARCOS).get("/api/v1/clients/{id}", id).statusCode() == 200);
        as(MARTA).get("/api/v1/clients/{id}", id).then().statusCode(404);
    }

    private static ValidatableResponse patch(UUID id, String body) {
        return as(ANA).body(body).patch("/api/v1/clients/{id}", id).then();
    }
}
