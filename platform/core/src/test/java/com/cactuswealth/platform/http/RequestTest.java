package com.cactuswealth.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.platform.money.Money;
import com.cactuswealth.platform.patch.MergePatch;
import com.cactuswealth.platform.text.MultiLine;
import com.cactuswealth.platform.text.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

/** What every service does with what a request brings. */
@QuarkusTest
class RequestTest {

    enum Size {
        SMALL,
        LARGE
    }

    record Parcel(
            @NotBlank String name,
            @MultiLine String notes,
            @Secret String password,
            List<String> tags,
            Map<String, List<String>> filter,
            Size size,
            Integer count,
            Boolean fragile,
            BigDecimal weight,
            Money price,
            Instant sentAt,
            UUID owner) {}

    @Path("/parcels")
    @Produces(MediaType.APPLICATION_JSON)
    public static class ParcelResource {

        private final MergePatch mergePatch;

        ParcelResource(MergePatch mergePatch) {
            this.mergePatch = mergePatch;
        }

        @POST
        public Parcel add(@NotNull @Valid Parcel parcel) {
            return parcel;
        }

        @PATCH
        public Parcel change(@NotNull JsonNode patch) {
            var present = new Parcel("box", null, null, null, null, null, null, null, null, null, null, null);
            return mergePatch.apply(present, patch, Parcel.class);
        }

        @GET
        public List<String> find(@RestQuery String q, @RestQuery List<String> tag) {
            return Stream.concat(Stream.of(q), tag.stream()).toList();
        }

        @GET
        @Path("/{name}")
        public List<String> one(@RestPath String name) {
            return List.of(name);
        }
    }

    @Test
    void textsAreNormalisedAndTrimmedWhereverTheyStand() {
        post("{'name':'\\u00a0Luci\\u0301a\\u200b','notes':' a\\n"
                        + "\\tb ','password':' e\\u0301 ','tags':[' x '],'filter':{' k ':[' v ']}}")
                .statusCode(200)
                .body("name", equalTo("Lucía"))
                .body("notes", equalTo("a\n\tb"))
                .body("password", equalTo(" e\u0301 "))
                .body("tags[0]", equalTo("x"))
                .body("filter.k[0]", equalTo("v"));
    }

    @Test
    void aRefusedTextIsNamed() {
        refused(post("{'name':'a\\u0000b'}"), "name", "must not have the control character U+0000");
        refused(post("{'name':'a\\nb'}"), "name", "must not have the control character U+000A");
        refused(post("{'name':'n','notes':'a\\u0000b'}"), "notes", "must not have the control character U+0000");
        refused(post("{'name':'n','password':'a\\u0000b'}"), "password", "must not have the control character U+0000");
        refused(
                post("{'name':'n','tags':['a','b\\u202e']}"),
                "tags[1]",
                "must not have U+202E, which changes the direction of the text");
        refused(
                post("{'name':'n','filter':{'k':['\\ud800']}}"),
                "filter.k[0]",
                "must not have U+D800, half of a character");
        refused(
                post("{'name':'n','filter':{'k\\u0000':['v']}}"),
                "filter",
                "must not have the control character U+0000");
        refused(post("{'name':'\\u00a0\\u200b\\u3164'}"), "name", "must not be blank");
        post("{'na\\u0000me':'n'}").statusCode(400);
    }

    @Test
    void aPatchIsNoWayAround() {
        patch("{'name':' Luci\\u0301a '}").statusCode(200).body("name", equalTo("Lucía"));
        patch("{'notes':'a\\nb'}").statusCode(200).body("notes", equalTo("a\nb"));
        refused(patch("{'name':'a\\nb'}"), "name", "must not have the control character U+000A");
        refused(patch("{'name':'a\\u0000b'}"), "name", "must not have the control character U+0000");
        refused(patch("{'filter':{'k':['a\\u0000']}}"), "filter.k[0]", "must not have the control character U+0000");
        refused(patch("{'size':1}"), "size", "must be one of SMALL, LARGE");
        refused(patch("{'name':7}"), "name", "is not a valid value");
        refused(patch("{'weight':1e1000000}"), "weight", "is not a valid value");
        patch("[]").statusCode(400).body("detail", equalTo("The request body must be a JSON object"));
        patch("null").statusCode(400);
    }

    @Test
    void theQueryIsReadByTheSameRule() {
        get("q=%20Luci%CC%81a%C2%A0&tag=+a+&tag=b").statusCode(200).body("", equalTo(List.of("Lucía", "a", "b")));
        refused(get("q=a%00b"), "q", "must not have the control character U+0000");
        refused(get("q=a&tag=b&tag=%E2%80%AE"), "tag", "must not have U+202E, which changes the direction of the text");
        refused(get("other=%00"), "other", "must not have the control character U+0000");
    }

    @Test
    void aPathIsCheckedButNotChanged() {
        given().urlEncodingEnabled(false)
                .get("/parcels/a%20b%20")
                .then()
                .statusCode(200)
                .body("[0]", equalTo("a b "));
        given().urlEncodingEnabled(false)
                .get("/parcels/a%00b")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void jsonIsReadStrictly() {
        refused(post("{'name':'n','size':1}"), "size", "must be one of SMALL, LARGE");
        refused(post("{'name':'n','size':'1'}"), "size", "must be one of SMALL, LARGE");
        refused(post("{'name':7}"), "name", "is not a valid value");
        refused(post("{'name':true}"), "name", "is not a valid value");
        refused(post("{'name':'n','count':1.5}"), "count", "is not a valid value");
        refused(post("{'name':'n','count':'1'}"), "count", "is not a valid value");
        refused(post("{'name':'n','count':1e1000000}"), "count", "is not a valid value");
        refused(post("{'name':'n','count':99999999999}"), "count", "is not a valid value");
        refused(post("{'name':'n','fragile':'true'}"), "fragile", "is not a valid value");
        refused(post("{'name':'n','fragile':1}"), "fragile", "is not a valid value");
        refused(post("{'name':'n','weight':'NaN'}"), "weight", "is not a valid value");
        refused(post("{'name':'n','sentAt':1700000000}"), "sentAt", "is not a valid value");
        refused(post("{'name':'n','owner':'me'}"), "owner", "is not a valid value");
        refused(
                post("{'name':'n','price':{'amount':'1','currency':'XXX'}}"),
                "price",
                "must have an ISO 4217 currency");
        refused(post("{'name':'n','name':'m'}"), "name", "must not come twice");
        refused(
                post("{'name':'n','price':{'amount':'1','amount':'2','currency':'ARS'}}"),
                "price.amount",
                "must not come twice");
        refused(patch("{'name':'n','filter':{'k':[],'k':[]}}"), "filter.k", "must not come twice");
        for (var unexpected : List.of("{'name':'n'} {}", "['n']")) {
            post(unexpected)
                    .statusCode(400)
                    .body("detail", equalTo("The request body is not the JSON that is expected here"));
        }
        for (var malformed : List.of("{'name':'n'}]", "{'name':'n','weight':NaN}", "{'name':", "{'price':{'amount':")) {
            post(malformed)
                    .statusCode(400)
                    .body("errors", nullValue())
                    .body("detail", equalTo("The request body is not valid JSON"));
        }
    }

    @Test
    void amountsMayBeNumbersOrStrings() {
        post("{'name':'n','count':3,'fragile':true,'weight':1.25}")
                .statusCode(200)
                .body("count", equalTo(3));
        post("{'name':'n','price':{'amount':'1.25','currency':'ARS'},'sentAt':'2026-01-02T03:04:05Z'}")
                .statusCode(200)
                .body("price.amount", equalTo("1.2500"))
                .body("sentAt", equalTo("2026-01-02T03:04:05Z"));
        post("{'name':'n','price':{'amount':1.25,'currency':'ARS'}}").statusCode(200);
    }

    @Test
    void hugeNumbersAndDepthsAreRefusedAtOnce() {
        var start = System.nanoTime();
        for (var number : List.of("1e1000000", "1e2147483647", "1e-2147483647", "'1e999999999'", "9".repeat(100_000))) {
            post("{'name':'n','weight':" + number + "}").statusCode(400);
            post("{'name':'n','price':{'amount':" + number + ",'currency':'ARS'}}")
                    .statusCode(400);
            patch("{'weight':" + number + "}").statusCode(400);
        }
        var deep = "[".repeat(60) + "]".repeat(60);
        post("{'name':" + deep + "}").statusCode(400);
        patch("{'name':" + deep + "}").statusCode(400);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aMissingBodyIsAProblem() {
        for (var body : List.of("", "null")) {
            given().contentType("application/json")
                    .header("Accept-Language", "en")
                    .body(body)
                    .post("/parcels")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors", nullValue())
                    .body("detail", equalTo("The request needs a body"));
        }
    }

    @Test
    void aBodyThatIsNoJsonIsAnUnsupportedFormat() {
        for (var type : List.of("text/plain", "application/xml", "application/octet-stream", "nonsense")) {
            given().header("Content-Type", type)
                    .body("{\"name\":\"n\"}".getBytes(StandardCharsets.UTF_8))
                    .post("/parcels")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/unsupported-media-type"));
        }
    }

    @Test
    void aCompressedBodyIsAnUnsupportedFormat() throws Exception {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"name\":\"n\"}".getBytes(StandardCharsets.UTF_8));
        }
        given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(compressed.toByteArray())
                .post("/parcels")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", "identity")
                .contentType("application/problem+json")
                .body("type", endsWith("/unsupported-media-type"));
    }

    @Test
    void anAnswerThatNobodyMakesIsNotAcceptable() {
        given().header("Accept", "text/csv")
                .get("/parcels/one")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", endsWith("/not-acceptable"));
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        given().delete("/parcels")
                .then()
                .statusCode(405)
                .header("Allow", containsString("PATCH"))
                .header("Allow", containsString("POST"))
                .header("Allow", containsString("GET"))
                .contentType("application/problem+json")
                .body("type", endsWith("/method-not-allowed"));
        given().put("/parcels/one").then().statusCode(405).header("Allow", "GET");
    }

    private static ValidatableResponse post(String json) {
        return send("POST", json);
    }

    private static ValidatableResponse patch(String json) {
        return send("PATCH", json);
    }

    /** Written with apostrophes for quotation marks. */
    private static ValidatableResponse send(String method, String json) {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .body(json.replace('\'', '"'))
                .request(method, "/parcels")
                .then();
    }

    private static ValidatableResponse get(String query) {
        return given().urlEncodingEnabled(false)
                .header("Accept-Language", "en")
                .get("/parcels?" + query)
                .then();
    }

    private static void refused(ValidatableResponse answer, String field, String message) {
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/invalid-input"))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(message))
                .body("detail", nullValue());
    }
}
