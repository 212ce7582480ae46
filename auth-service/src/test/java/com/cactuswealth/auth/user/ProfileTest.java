package com.cactuswealth.auth.user;

import static com.cactuswealth.auth.People.admin;
import static com.cactuswealth.auth.People.registered;
import static com.cactuswealth.platform.testing.As.anonymous;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.auth.People.Person;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AuthServers.class)
class ProfileTest {

    private static final String ME = "/api/v1/users/me";

    @Test
    void atFirstLanguageAndTimeZoneFollowTheBrowser() {
        registered("ADVISOR", null)
                .asks()
                .get(ME)
                .then()
                .body("language", nullValue())
                .body("timeZone", nullValue());
    }

    @Test
    void everyoneChangesTheirOwn() {
        for (var role : List.of("ADVISOR", "MANAGER", "COMPLIANCE", "ADMIN")) {
            var person = registered(role, null);
            change(person, "{\"language\":\"en\",\"timeZone\":\"Europe/Madrid\"}")
                    .statusCode(200)
                    .body("id", equalTo(person.id().toString()))
                    .body("language", equalTo("en"))
                    .body("timeZone", equalTo("Europe/Madrid"));
            admin().get("/api/v1/users/{id}", person.id())
                    .then()
                    .body("language", equalTo("en"))
                    .body("timeZone", equalTo("Europe/Madrid"));
        }
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        var ana = registered("ADVISOR", null);
        change(ana, "{\"language\":\"es-AR\",\"timeZone\":\"America/Argentina/Buenos_Aires\"}");
        change(ana, "{\"timeZone\":null}").body("language", equalTo("es-AR")).body("timeZone", nullValue());
        change(ana, "{}").statusCode(200).body("language", equalTo("es-AR"));
    }

    @Test
    void whatIsWrongIsNamedAndChangesNothing() {
        var ana = registered("ADVISOR", null);
        change(ana, "{\"language\":\"en\",\"timeZone\":\"UTC\"}").statusCode(200);
        refused(ana, "{\"language\":\"fr\"}", "language");
        refused(ana, "{\"language\":\"\"}", "language");
        refused(ana, "{\"language\":null,\"timeZone\":\"Mars/Olympus\"}", "timeZone");
        refused(ana, "{\"timeZone\":\"\"}", "timeZone");
        refused(ana, "{\"timeZone\":[\"UTC\"]}", "timeZone");
        refused(ana, "{\"role\":\"ADMIN\"}", "role");
        change(ana, "[]").statusCode(400);
        change(ana, "null").statusCode(400);
        ana.asks()
                .get(ME)
                .then()
                .body("role", equalTo("ADVISOR"))
                .body("language", equalTo("en"))
                .body("timeZone", equalTo("UTC"));
    }

    @Test
    void nobodyElseIsChanged() {
        var ana = registered("ADVISOR", null);
        admin().contentType("application/merge-patch+json")
                .body("{\"language\":\"en\"}")
                .patch("/api/v1/users/{id}", ana.id())
                .then()
                .statusCode(405);
        anonymous().body("{\"language\":\"en\"}").patch(ME).then().statusCode(401);
    }

    @Test
    void theContractNamesTheLanguages() {
        anonymous()
                .get("/q/openapi?format=json")
                .then()
                .body("components.schemas.UserView.properties.language.anyOf[0].enum", contains("es-AR", "en"))
                .body("components.schemas.UserView.properties.language.anyOf[1].type", equalTo("null"))
                .body(
                        "paths.'/api/v1/users/me'.patch.requestBody.content.'application/merge-patch+json'.schema.'$ref'",
                        equalTo("#/components/schemas/ProfileRequest"));
    }

    private static void refused(Person person, String patch, String field) {
        change(person, patch).statusCode(400).body("errors.field", contains(field));
    }

    private static ValidatableResponse change(Person person, String patch) {
        return person.asks()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(ME)
                .then();
    }
}
