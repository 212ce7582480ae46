package com.cactuswealth.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.platform.money.Money;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest {

    private static final String BASE = "https://cactuswealth.com/problems/";

    enum Colour {
        GREEN,
        SAND
    }

    record Thing(@NotBlank String name, @Email String email, Colour colour, Money price, List<@Valid Part> parts) {}

    record Part(@NotBlank String label) {}

    @Path("/things")
    public static class ThingResource {

        @POST
        public Thing add(@Valid Thing thing) {
            return thing;
        }

        @GET
        public String list(
                @RestQuery @DefaultValue("1") @Max(10) int limit,
                @RestQuery List<Colour> colour,
                @RestQuery LocalDate from,
                @RestQuery UUID owner) {
            return "things";
        }

        @GET
        @Path("/{name}")
        public String one(@RestPath String name) {
            throw switch (name) {
                case "missing" -> Problem.notFound("thing");
                case "taken" -> Problem.conflict("email", "taken");
                case "busy" -> Problem.tooManyRequests("Slow down", Duration.ofSeconds(30));
                case "disconnected" -> new IllegalStateException(new SQLException("secret detail", "08006"));
                case "restarting" -> new IllegalStateException(new SQLException("secret detail", "57P01"));
                case "uncommitted" -> uncommitted(new SQLException("secret detail", "57P03"));
                case "crowded" -> new IllegalStateException(new SQLException("secret detail", "53300"));
                case "exhausted" ->
                    new IllegalStateException(new SQLException("Acquisition timeout while waiting for new connection"));
                case "duplicate" -> new IllegalStateException(new SQLException("secret detail", "23505"));
                default -> new IllegalStateException("secret detail");
            };
        }

        private static IllegalStateException uncommitted(SQLException reason) {
            var failure = new IllegalStateException("cannot commit");
            failure.addSuppressed(new IllegalStateException(reason));
            return failure;
        }

        @DELETE
        @Path("/{name}")
        public void remove(@RestPath String name) {}

        @GET
        @Path("/private")
        @RolesAllowed("ADMIN")
        public String secret() {
            return "secret";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disconnected", "restarting", "uncommitted", "crowded", "exhausted"})
    void aDatabaseThatIsAwayIsNoFaultOfOursAndMayBeTriedAgain(String failure) {
        given().header("Accept-Language", "en")
                .get("/things/" + failure)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo(BASE + "service-unavailable"))
                .body("detail", equalTo("The database is not available at the moment"));
    }

    @Test
    void aRefusalOfTheDatabaseIsAFaultOfOurs() {
        given().get("/things/duplicate")
                .then()
                .statusCode(500)
                .body("type", equalTo(BASE + "internal-error"))
                .body("detail", nullValue());
    }

    @Test
    void aQueryParameterThatCannotBeReadIsNamed() {
        Map.of(
                        "colour", "limit=1&colour=GREEN&colour=MAUVE",
                        "from", "limit=2&from=2026-13-02",
                        "owner", "owner=nobody",
                        "limit", "limit=many&from=2026-01-02")
                .forEach((parameter, query) -> given().get("/things?" + query)
                        .then()
                        .statusCode(400)
                        .body("type", equalTo(BASE + "invalid-input"))
                        .body("errors", hasSize(1))
                        .body("errors[0].field", equalTo(parameter))
                        .body("errors[0].message", equalTo("no es un valor válido")));
    }

    @Test
    void anIdThatIsTooLongIsNamed() {
        given().queryParam("owner", "0".repeat(50))
                .queryParam("limit", "2")
                .get("/things")
                .then()
                .statusCode(400)
                .body("errors.field", contains("owner"))
                .body("errors.code", contains("unreadable"));
    }

    @Test
    void anAddressTellsItsOwnMethods() {
        given().options("/things/private").then().header("Allow", "GET"); // and not DELETE, as /things/{name} has
        given().options("/things").then().header("Allow", "GET, POST");
    }

    @Test
    void aViolationNamesTheFieldAndSpeaksTheCallersLanguage() {
        var spanish = post("{\"name\":\" \",\"email\":\"no\"}", "es-AR");
        spanish.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(BASE + "invalid-input"))
                .body("title", equalTo("Datos no válidos"))
                .body("status", equalTo(400))
                .body("errors.field", hasItems("name", "email"))
                .body("errors.find { it.field == 'name' }.code", equalTo("notBlank"))
                .body("errors.find { it.field == 'name' }.message", equalTo("no debe estar vacío"))
                .body("detail", nullValue());
        post("{\"name\":\" \"}", "en")
                .body("title", equalTo("Invalid input"))
                .body("errors.find { it.field == 'name' }.message", equalTo("must not be blank"));
    }

    @Test
    void aNestedViolationHasItsPath() {
        post("{\"name\":\"n\",\"parts\":[{\"label\":\"a\"},{\"label\":\"\"}]}", "en")
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("parts[1].label"));
    }

    @Test
    void unreadableJsonNamesTheFieldToo() {
        post("{\"name\":\"n\",\"colour\":\"BLUE\"}", "en")
                .statusCode(400)
                .body("errors[0].field", equalTo("colour"))
                .body("errors[0].message", equalTo("must be one of GREEN, SAND"));
        post("{\"name\":\"n\",\"surname\":\"s\"}", "en")
                .statusCode(400)
                .body("errors[0].field", equalTo("surname"))
                .body("errors[0].message", equalTo("is not a known field"));
        post("{\"name\":\"n\",\"price\":{\"amount\":\"1\",\"currency\":\"XXY\"}}", "en")
                .statusCode(400)
                .body("errors[0].field", equalTo("price"))
                .body("errors[0].message", equalTo("must have an ISO 4217 currency"));
        post("{\"name\":", "en").statusCode(400).body("type", equalTo(BASE + "invalid-input"));
    }

    @Test
    void aLimitIsInTheSentenceAndBesideIt() {
        given().header("Accept-Language", "fr, en;q=0.9, es;q=0.8")
                .get("/things?limit=11")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("max"))
                .body("errors[0].parameters.value", equalTo(10))
                .body("errors[0].message", equalTo("must be less than or equal to 10"));
    }

    @Test
    void aBadQueryParameterIsNamed() {
        given().header("Accept-Language", "en")
                .get("/things?limit=11")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limit"));
    }

    @Test
    void domainProblemsKeepTheirMeaning() {
        given().get("/things/missing").then().statusCode(404).body("type", equalTo(BASE + "not-found"));
        given().get("/things/taken")
                .then()
                .statusCode(409)
                .body("detail", nullValue())
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("email"))
                .body("errors[0].code", equalTo("taken"))
                .body("errors[0].message", equalTo("ya está en uso"));
        given().get("/things/busy").then().statusCode(429).header("Retry-After", "30");
    }

    @Test
    void anUnknownPathOrMethodIsAProblem() {
        given().get("/nowhere").then().statusCode(404).body("type", equalTo(BASE + "not-found"));
        given().delete("/things").then().statusCode(405).body("type", equalTo(BASE + "method-not-allowed"));
    }

    @Test
    void withoutSignInThePrivatePartIsUnauthenticated() {
        given().get("/things/private")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo(BASE + "unauthenticated"));
    }

    @Test
    void aBugTellsNothingButTheRequestId() {
        given().header("X-Request-Id", "request-4711")
                .get("/things/bug")
                .then()
                .statusCode(500)
                .header("X-Request-Id", "request-4711")
                .body("requestId", equalTo("request-4711"))
                .body("detail", nullValue());
    }

    @Test
    void anUglyRequestIdIsReplaced() {
        given().header("X-Request-Id", "a b\tc").get("/things").then().header("X-Request-Id", not(equalTo("a b\tc")));
    }

    private static ValidatableResponse post(String body, String language) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(body)
                .post("/things")
                .then();
    }
}
