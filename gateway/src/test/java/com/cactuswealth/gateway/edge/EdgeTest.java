package com.cactuswealth.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.gateway.suite.Http2Connection;
import com.cactuswealth.gateway.suite.RawConnection;
import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class EdgeTest {

    @TestHTTPResource
    private URI gateway;

    @TestHTTPResource(tls = true)
    private URI secure;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/favicon.svg", "/docs", "/openapi.json", "/health", "/nothing", "/api/v1/clients"})
    void tellsBrowsersToBeCarefulWithEveryAnswer(String path) {
        var headers = given().get(path).headers();

        assertThat(headers.getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
        assertThat(headers.getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.getValues("Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("camera=()");
        assertThat(headers.getValues("X-Request-Id")).hasSize(1);
        assertThat(headers.hasHeaderWithName("Strict-Transport-Security")).isFalse();
    }

    @Test
    void allowsInlineStylesOnlyInTheDocs() {
        given().get("/docs")
                .then()
                .header("Content-Security-Policy", containsString("style-src 'self' 'unsafe-inline'"));
        given().get("/").then().header("Content-Security-Policy", containsString("style-src 'self';"));
    }

    @Test
    void showsTheDocsFromItsOwnFiles() {
        var page = given().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page)
                .contains("src=\"/docs/docs.js\"", "src=\"/docs/swagger-ui-bundle.js\"")
                .doesNotContain("http://", "https://");
        given().get("/docs/docs.js").then().statusCode(200).body(containsString("/openapi.json"));
        given().get("/docs/swagger-ui-bundle.js").then().statusCode(200).body(containsString("SwaggerUIBundle"));
        given().get("/docs/swagger-ui.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void keepsItsOperationalPagesFromCallersThatCameOverAProxy() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));

        given().header("X-Forwarded-For", "203.0.113.9")
                .get("/q/metrics")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/not-found"));
        given().urlEncodingEnabled(false)
                .header("Forwarded", "for=203.0.113.9")
                .get("/x/%2e%2e/q/metrics")
                .then()
                .statusCode(404)
                .body("status", equalTo(404));
    }

    @Test
    void noConnectionHeaderHidesWhereACallerComesFrom() throws IOException {
        assertThat(RawConnection.exchange(gateway, """
            GET /q/metrics HTTP/1.1
            Host: x
            X-Forwarded-For: 203.0.113.9
            Connection: X-Forwarded-For
            Connection: close

            """))
                .startsWith("HTTP/1.1 404 ")
                .contains("/problems/not-found");
    }

    @Test
    void theSchemeIsThatOfTheConnectionAndNotWhatTheClientSays() throws Exception {
        var request = Map.of(":path", "/robots.txt", ":authority", "localhost");
        var honest = new HashMap<>(request);
        honest.put(":scheme", "https");
        var lying = new HashMap<>(request);
        lying.put(":scheme", "http");

        assertThat(Http2Connection.status(secure, honest)).isEqualTo(200);
        assertThat(Http2Connection.status(secure, lying)).isEqualTo(400);
    }

    @Test
    void refusesABodyInACodingThatNobodyReads() {
        given().header("Accept-Language", "en")
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(new byte[] {31, -117})
                .post("/api/v1/clients")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .header("Accept-Encoding", equalTo("identity"))
                .body("type", endsWith("/unsupported-media-type"))
                .body("detail", equalTo("A request body is sent without Content-Encoding"));
        given().header("Content-Encoding", "gzip")
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(415);
        given().header("Content-Encoding", "identity")
                .body("{}")
                .post("/api/v1/clients")
                .then()
                .statusCode(200);
    }

    @Test
    void answersInTheLanguageOfTheCaller() {
        given().get("/api/nothing").then().body("title", equalTo("No encontrado"));
        given().header("Accept-Language", "en-US,es;q=0.5")
                .get("/api/nothing")
                .then()
                .body("title", equalTo("Not found"));
        given().header("Accept-Language", "*;;;").get("/api/nothing").then().body("title", equalTo("No encontrado"));
    }

    @Test
    void refusesTooLargeARequestToItself() {
        given().contentType("application/json")
                .body(new byte[(1 << 20) + 1])
                .post("/api/v1/session")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .header("Strict-Transport-Security", nullValue());
    }
}
