package com.cactuswealth.webhooks.endpoint;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static com.cactuswealth.webhooks.Partner.ENDPOINTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestIssuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class EndpointTest {

    private static final Map<String, Object> VALID = Map.of(
            "url",
            "https://partner.example.com/hooks?tenant=1",
            "eventTypes",
            List.of("client.created", "user.*"),
            "description",
            "CRM",
            "filter",
            Map.of("/ownerId", List.of("a", "b")));

    @Test
    void aRegisteredEndpointShowsItsSecretThisOnce() {
        var created = as(ADMIN)
                .body(VALID)
                .post(ENDPOINTS)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("url", equalTo(VALID.get("url")))
                .body("eventTypes", contains("client.created", "user.*"))
                .body("description", equalTo("CRM"))
                .body("filter", equalTo(VALID.get("filter")))
                .body("state", equalTo("ENABLED"))
                .body("disabledReason", nullValue())
                .body("createdBy", equalTo(ADMIN.id().toString()))
                .body("version", equalTo(0))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .extract();
        var secret = created.jsonPath().getString("secret");
        assertThat(created.header("Location")).endsWith(ENDPOINTS + "/" + created.path("id"));

        var one =
                as(ADMIN).get(created.header("Location")).then().statusCode(200).extract();
        assertThat(one.jsonPath().getString("secret")).isNull();
        assertThat(one.asString()).doesNotContain(secret);
        assertThat(as(ADMIN).get(ENDPOINTS).asString()).doesNotContain(secret);
    }

    @Test
    void secretsAreNotLogged() {
        var logged = new CopyOnWriteArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage() + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listener);
        try {
            var created = create(Map.of()).extract().jsonPath();
            var rotated = as(ADMIN)
                    .post(ENDPOINTS + "/" + created.getString("id") + "/secret/rotate")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(logged.toString())
                    .doesNotContain(created.getString("secret"))
                    .doesNotContain(rotated.getString("secret"))
                    .doesNotContain("whsec_");
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    @Test
    void whatIsWrongIsRefusedWithTheFieldsName() {
        refused(Map.of("url", "not a url"), "url");
        refused(Map.of("url", "ftp://partner.example.com"), "url");
        refused(Map.of("url", "https://user@partner.example.com/"), "url");
        refused(Map.of("url", "https://partner.example.com/#here"), "url");
        refused(Map.of("url", "https://partner.example.com/" + "x".repeat(2048)), "url");
        refused(Map.of("eventTypes", List.of()), "eventTypes");
        refused(Map.of("eventTypes", List.of("client.exploded")), "eventTypes");
        refused(Map.of("eventTypes", List.of("planet.*")), "eventTypes");
        refused(Map.of("eventTypes", List.of("notification.*")), "eventTypes");
        refused(Map.of("url", "https://partner.example.com/" + "\u00F1".repeat(1000)), "url");
        refused(Map.of("description", "x".repeat(501)), "description");
        refused(Map.of("filter", Map.of("ownerId", List.of("a"))), "filter");
        refused(Map.of("filter", Map.of("/owner~2", List.of("a"))), "filter");
        refused(Map.of("filter", Map.of("/owner~", List.of("a"))), "filter");
        refused(Map.of("secret", "whsec_mine"), "secret");
        as(ADMIN).body("{}").post(ENDPOINTS).then().statusCode(400).body("errors.field", contains("eventTypes", "url"));
    }

    @Test
    void refusalsSpeakTheReadersLanguage() {
        saysInSpanish(Map.of("url", "ftp://x.example"), "url.scheme", "debe empezar con https://");
        saysInSpanish(
                Map.of("url", "https://0177.0.0.1/"), "url.number", "debe escribir una dirección con cuatro números");
        saysInSpanish(
                Map.of("eventTypes", List.of("planet.*")),
                "eventTypes.unknown",
                "no tiene ningún tipo de evento para planet.*");
        saysInSpanish(
                Map.of("filter", Map.of("ownerId", List.of("a"))),
                "filter.pointer",
                "ownerId no es un puntero JSON, como /ownerId");
        var paused = newId();
        as(ADMIN)
                .body(Map.of("state", "PAUSED"))
                .patch(ENDPOINTS + "/" + paused)
                .then()
                .statusCode(200);
        inSpanish()
                .post(ENDPOINTS + "/" + paused + "/test")
                .then()
                .statusCode(409)
                .body("detail", equalTo("El endpoint está en pausa"));
    }

    private static void saysInSpanish(Map<String, ?> changed, String code, String beginning) {
        var request = new HashMap<String, Object>(VALID);
        request.putAll(changed);
        inSpanish()
                .body(request)
                .post(ENDPOINTS)
                .then()
                .statusCode(400)
                .body("errors.code", contains(code))
                .body("errors[0].message", startsWith(beginning));
    }

    private static RequestSpecification inSpanish() {
        return given().auth()
                .oauth2(TestIssuer.token(ADMIN))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "es-AR");
    }

    @Test
    void onlyTheNamedFieldsChange() {
        var id = create(Map.of()).extract().jsonPath().getString("id");

        as(ADMIN)
                .body(Map.of("eventTypes", List.of("*"), "description", ""))
                .patch(ENDPOINTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("url", equalTo(VALID.get("url")))
                .body("eventTypes", contains("*"))
                .body("description", nullValue())
                .body("filter", equalTo(VALID.get("filter")))
                .body("version", equalTo(1));
        as(ADMIN)
                .body(Map.of("state", "DISABLED"))
                .patch(ENDPOINTS + "/" + id)
                .then()
                .body("state", equalTo("DISABLED"))
                .body("disabledReason", equalTo("BY_HAND"));
    }

    @Test
    void aBadChangeIsRefusedAndChangesNothing() {
        var path = ENDPOINTS + "/" + create(Map.of()).extract().jsonPath().getString("id");

        as(ADMIN).body(Map.of("url", "ftp://x.example")).patch(path).then().statusCode(400);
        as(ADMIN).body(Map.of("eventTypes", List.of())).patch(path).then().statusCode(400);
        as(ADMIN)
                .body(Map.of("state", "SLEEPING"))
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("state"));
        as(ADMIN).get(path).then().body("version", equalTo(0));
    }

    @Test
    void whoHasSeenAnOldVersionDoesNotOverwriteTheNewOne() {
        var path = ENDPOINTS + "/" + create(Map.of()).extract().jsonPath().getString("id");
        as(ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("description", "first"))
                .patch(path)
                .then()
                .statusCode(200);

        as(ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("description", "second"))
                .patch(path)
                .then()
                .statusCode(412)
                .body("type", endsWith("/changed-meanwhile"));
        as(ADMIN).header("If-Match", "\"x\"").body(Map.of()).patch(path).then().statusCode(412);
        for (var malformed : List.of("x", "")) {
            as(ADMIN)
                    .header("If-Match", malformed)
                    .body(Map.of())
                    .patch(path)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("If-Match"));
        }
        as(ADMIN).get(path).then().body("description", equalTo("first"));
    }

    @Test
    void aDeletedEndpointIsGone() {
        var path = ENDPOINTS + "/" + create(Map.of()).extract().jsonPath().getString("id");

        as(ADMIN).delete(path).then().statusCode(204);

        as(ADMIN).get(path).then().statusCode(404).body("type", endsWith("/not-found"));
        as(ADMIN).delete(path).then().statusCode(404);
        as(ADMIN).body(Map.of()).patch(path).then().statusCode(404);
        as(ADMIN).post(path + "/secret/rotate").then().statusCode(404);
    }

    @Test
    void endpointsAreListedNewestFirstInPages() {
        var created = List.of(newId(), newId(), newId());
        var seen = new HashSet<UUID>();
        var cursor = "";
        while (cursor != null) {
            var page = as(ADMIN)
                    .get(ENDPOINTS + "?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (cursor.isEmpty()) {
                assertThat(page.getUUID("items[0].id")).isEqualTo(created.getLast());
            }
            page.<String>getList("items.id")
                    .forEach(id -> assertThat(seen.add(UUID.fromString(id))).isTrue());
            cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
        }
        assertThat(seen).containsAll(created);
        as(ADMIN).get(ENDPOINTS + "?cursor=bm9wZQ").then().statusCode(400);
    }

    @Test
    void endpointsAreForTheAdministrator() {
        var path = ENDPOINTS + "/" + newId();
        anonymous().get(ENDPOINTS).then().statusCode(401);
        anonymous().body(VALID).post(ENDPOINTS).then().statusCode(401);
        for (var other : List.of(ANA, MARTA, COMPLIANCE)) {
            as(other).body(VALID).post(ENDPOINTS).then().statusCode(403);
            as(other).get(ENDPOINTS).then().statusCode(403);
            as(other).get(path).then().statusCode(403);
            as(other).body(Map.of()).patch(path).then().statusCode(403);
            as(other).delete(path).then().statusCode(403);
            as(other).post(path + "/secret/rotate").then().statusCode(403);
            as(other).post(path + "/test").then().statusCode(403);
        }
    }

    @Test
    void theCatalogueDescribesEveryTypeWithAWholeExample() {
        var types = as(COMPLIANCE)
                .get("/api/v1/webhooks/event-types")
                .then()
                .statusCode(200)
                .body("type", hasItem("client.status_changed"))
                .body("type", not(hasItem("client.*")))
                .extract()
                .jsonPath();
        var names = types.<String>getList("type");
        assertThat(names)
                .contains(
                        "client.created",
                        "client.imported",
                        "client.updated",
                        "client.archived",
                        "client.restored",
                        "portfolio.created",
                        "user.registered",
                        "user.updated",
                        "user.deactivated",
                        "notification.sent",
                        "webhook.endpoint_disabled",
                        "webhook.test")
                .doesNotHaveDuplicates();
        assertThat(types.<String>getList("example.type")).isEqualTo(names);
        assertThat(types.<String>getList("description"))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        as(ANA).get("/api/v1/webhooks/event-types").then().statusCode(403);
    }

    @Test
    void theCatalogueTellsWhichTypesAreInternal() {
        var types = as(COMPLIANCE)
                .get("/api/v1/webhooks/event-types")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(types.<String>getList("findAll { it.internal }.type"))
                .containsExactly("notification.sent", "webhook.endpoint_disabled");
    }

    @Test
    void theCatalogueSpeaksTheReadersLanguage() {
        assertThat(descriptionOfClientCreated("en")).isEqualTo("An advisor added a client.");
        assertThat(descriptionOfClientCreated("en-GB,es;q=0.5")).isEqualTo("An advisor added a client.");
        for (var language : List.of("es", "es-AR", "fr,es;q=0.5,en;q=0.4", "fr", "*")) {
            assertThat(descriptionOfClientCreated(language)).isEqualTo("Un asesor agregó un cliente.");
        }
    }

    @Test
    void everyTypeIsDescribedInBothLanguages() {
        var english = catalogue("en").<String>getList("description");
        var spanish = catalogue("es").<String>getList("description");

        assertThat(english).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(spanish).allSatisfy(text -> assertThat(text).isNotBlank()).doesNotContainAnyElementsOf(english);
    }

    private static String descriptionOfClientCreated(String language) {
        return catalogue(language).getString("find { it.type == 'client.created' }.description");
    }

    private static JsonPath catalogue(String language) {
        return given().auth()
                .oauth2(TestIssuer.token(COMPLIANCE))
                .header("Accept-Language", language)
                .get("/api/v1/webhooks/event-types")
                .then()
                .statusCode(200)
                .header("Vary", equalTo("Accept-Language"))
                .extract()
                .jsonPath();
    }

    private static void refused(Map<String, ?> changed, String field) {
        create(changed).statusCode(400).body("type", endsWith("/invalid-input")).body("errors.field", contains(field));
    }

    private static UUID newId() {
        return create(Map.of()).statusCode(201).extract().jsonPath().getUUID("id");
    }

    private static ValidatableResponse create(Map<String, ?> changed) {
        var request = new HashMap<String, Object>(VALID);
        request.putAll(changed);
        return as(ADMIN).body(request).post(ENDPOINTS).then();
    }
}
