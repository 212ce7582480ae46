package com.cactuswealth.auth.user;

import static com.cactuswealth.auth.People.PASSWORD;
import static com.cactuswealth.auth.People.admin;
import static com.cactuswealth.auth.People.adminInSpanish;
import static com.cactuswealth.auth.People.registered;
import static com.cactuswealth.auth.People.request;
import static com.cactuswealth.auth.People.signIn;
import static com.cactuswealth.platform.testing.As.anonymous;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.platform.testing.TestEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AuthServers.class)
class UserTest {

    @Inject
    TestEvents events;

    @Test
    void theFirstAdministratorIsThere() {
        admin().get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(AuthServers.ADMIN_EMAIL))
                .body("role", equalTo("ADMIN"));
    }

    @Test
    void anAdministratorRegistersAnAdvisorOfAManagerAndOthersAreTold() {
        var manager = registered("MANAGER", null);
        var body = request("lucia-" + manager.username(), "ADVISOR");
        body.put("managerId", manager.id());
        body.put("grade", "JUNIOR");
        var response = admin().body(body).post("/api/v1/users").then().statusCode(201);
        var id = UUID.fromString(response.extract().path("id"));
        response.header("Location", containsString("/api/v1/users/" + id))
                .body("managerId", equalTo(manager.id().toString()))
                .body("grade", equalTo("JUNIOR"))
                .body("active", equalTo(true))
                .body("$", not(hasKey("password")));

        await().until(() -> events.publishedBy("auth-service", id).size() == 1);
        var event = events.publishedBy("auth-service", id).getFirst();
        assertThat(event.path("type").asText()).isEqualTo("user.registered");
        assertThat(event.path("data").path("role").asText()).isEqualTo("ADVISOR");
        assertThat(event.path("data").path("managerId").asText())
                .isEqualTo(manager.id().toString());
        assertThat(event.toString()).doesNotContain("password");
    }

    @Test
    void anEmailIsTheSameHoweverItsAccentsAreWritten() {
        var name = "jose-" + UUID.randomUUID().toString().substring(0, 8);
        var request = request(name, "ADVISOR");
        request.put("email", name + "\u00c9@Cactus.TEST");
        admin().body(request)
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .body("email", equalTo(name + "\u00e9@cactus.test"));

        signIn(name + "e\u0301@cactus.test", PASSWORD).statusCode(200);
        var decomposed = request("other-" + name, "ADVISOR");
        decomposed.put("email", name + "E\u0301@cactus.test");
        admin().body(decomposed).post("/api/v1/users").then().statusCode(409).body("errors[0].field", equalTo("email"));
        signIn(name + "\0@cactus.test", PASSWORD).statusCode(400).body("errors[0].field", equalTo("identifier"));
    }

    @Test
    void aListTakesItsOwnCursorsOnly() {
        registered("ADVISOR", null);
        var cursor = admin().get("/api/v1/users?limit=1").then().extract().<String>path("nextCursor");

        admin().queryParam("cursor", cursor).get("/api/v1/users?limit=1").then().statusCode(200);
        for (var other : List.of("?role=ADVISOR", "?q=a")) {
            admin().queryParam("cursor", cursor)
                    .get("/api/v1/users" + other)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("cursor"));
        }
        admin().queryParam("cursor", "bm9uc2Vuc2U").get("/api/v1/users").then().statusCode(400);
    }

    @Test
    void emailAndUsernameAreUniqueWhateverTheirCase() {
        var ana = registered("ADVISOR", null);
        var sameUsername = request("x" + ana.username(), "ADVISOR");
        sameUsername.put("username", ana.username().toUpperCase(Locale.ROOT));
        admin().body(sameUsername)
                .post("/api/v1/users")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("username"));
        var sameEmail = request("y" + ana.username(), "ADVISOR");
        sameEmail.put("email", ana.username() + "@Cactus.TEST");
        admin().body(sameEmail).post("/api/v1/users").then().statusCode(409).body("errors[0].field", equalTo("email"));
    }

    @Test
    void whatIsWrongIsNamed() {
        admin().body("{\"email\":\"no\",\"username\":\"a b\",\"password\":\"short\",\"role\":\"ADVISOR\"}")
                .post("/api/v1/users")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("email", "username", "name", "password"));
        var unknownRole = request("god", "GOD");
        admin().body(unknownRole).post("/api/v1/users").then().statusCode(400).body("errors[0].field", equalTo("role"));
        admin().post("/api/v1/users").then().statusCode(400);
    }

    @Test
    void aManagerMustBeOne() {
        var advisor = registered("ADVISOR", null);
        for (var manager : List.of(advisor.id(), UUID.randomUUID())) {
            var body = request("m" + UUID.randomUUID().toString().substring(0, 8), "ADVISOR");
            body.put("managerId", manager);
            admin().body(body)
                    .post("/api/v1/users")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("managerId"));
        }
    }

    @Test
    void onlyAnAdministratorRegistersUsers() {
        anonymous().body(request("x", "ADMIN")).post("/api/v1/users").then().statusCode(401);
        for (var role : List.of("ADVISOR", "MANAGER", "COMPLIANCE")) {
            registered(role, null)
                    .asks()
                    .body(request("evil", "ADMIN"))
                    .post("/api/v1/users")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void everyRoleSeesWhomItMay() {
        var manager = registered("MANAGER", null);
        var ana = registered("ADVISOR", manager.id());
        var stranger = registered("ADVISOR", null);

        manager.asks()
                .get("/api/v1/users")
                .then()
                .body(
                        "items.id",
                        containsInAnyOrder(manager.id().toString(), ana.id().toString()))
                .body("total", equalTo(2));
        ana.asks()
                .get("/api/v1/users")
                .then()
                .body("items.id", contains(ana.id().toString()));
        ana.asks().get("/api/v1/users/{id}", stranger.id()).then().statusCode(404);
        manager.asks().get("/api/v1/users/{id}", stranger.id()).then().statusCode(404);
        manager.asks().get("/api/v1/users/{id}", ana.id()).then().statusCode(200);
        registered("COMPLIANCE", null)
                .asks()
                .get("/api/v1/users?limit=200")
                .then()
                .body("items.id", hasItems(ana.id().toString(), stranger.id().toString()));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var manager = registered("MANAGER", null);
        var team = IntStream.range(0, 5)
                .mapToObj(i -> registered("ADVISOR", manager.id()).id().toString())
                .toList();
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = manager.asks()
                    .queryParam("limit", 2)
                    .queryParam("role", "ADVISOR")
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/users")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(5))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(team);
        manager.asks()
                .get("/api/v1/users?cursor=forged")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        var ofAnotherList = Base64.getUrlEncoder()
                .encodeToString("list\u001fana\u001f01900000-0000-7000-8000-000000000000".getBytes(UTF_8));
        admin().queryParam("cursor", ofAnotherList)
                .get("/api/v1/users")
                .then()
                .statusCode(400)
                .body("errors.field", contains("cursor"));
    }

    @Test
    void whoReadsSpanishIsToldInSpanishWhatIsWrong() {
        var body = request("a b", "MANAGER");
        body.put("email", "a.b@cactus.test");
        adminInSpanish()
                .body(body)
                .post("/api/v1/users")
                .then()
                .statusCode(400)
                .body("errors.message", contains("debe tener de 3 a 50 letras sin acento, dígitos, puntos o guiones"));
        body = request("m" + UUID.randomUUID().toString().substring(0, 8), "MANAGER");
        body.put("managerId", UUID.randomUUID());
        adminInSpanish()
                .body(body)
                .post("/api/v1/users")
                .then()
                .statusCode(400)
                .body("errors.message", contains("solo un ADVISOR tiene un MANAGER"));
    }

    @Test
    void searchTakesWildcardsLiterally() {
        var ana = registered("ADVISOR", null);
        admin().queryParam("q", ana.username().substring(2))
                .get("/api/v1/users")
                .then()
                .body("items.id", contains(ana.id().toString()));
        admin().queryParam("q", "100%_").get("/api/v1/users").then().body("total", equalTo(0));
    }
}
