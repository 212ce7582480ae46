package com.cactuswealth.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.cactuswealth.gateway.suite.ClientOrigin;
import com.cactuswealth.gateway.suite.Origin;
import com.cactuswealth.gateway.suite.Suite;
import com.cactuswealth.gateway.suite.Token;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class ProxyTest {

    private static final int LIMIT = 1 << 20;

    @TestHTTPResource
    private URI gateway;

    @BeforeEach
    void forget() {
        allOrigins().forEach(Origin::clear);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void leadsEachPathToItsService(String path, Origin expected) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(200);

        assertThat(expected.last().uri()).isEqualTo(path);
        assertThat(allOrigins().filter(origin -> !origin.seen().isEmpty())).containsExactly(expected);
    }

    @Test
    void asksForAWebSocketWhereOnlyThatMakesSense() {
        given().get("/ws/notifications")
                .then()
                .statusCode(426)
                .header("Upgrade", equalTo("websocket"))
                .body("type", endsWith("/upgrade-required"));
        assertThat(Suite.notifications().seen()).isEmpty();
    }

    static Stream<Arguments> routes() {
        return Stream.of(
                Arguments.of("/api/v1/auth/something", Suite.auth()),
                Arguments.of("/api/v1/users?q=ana&limit=5", Suite.auth()),
                Arguments.of("/.well-known/jwks.json", Suite.auth()),
                Arguments.of("/api/v1/clients", Suite.clients()),
                Arguments.of("/api/v1/clients/7?q=Jos%C3%A9%20P", Suite.clients()),
                Arguments.of("/api/v1/clients/7/stage", Suite.clients()),
                Arguments.of("/api/v1/clients/7/portfolios", Suite.portfolios()),
                Arguments.of("/api/v1/clients/7/portfolios/8", Suite.portfolios()),
                Arguments.of("/api/v1/assets", Suite.portfolios()),
                Arguments.of("/api/v1/portfolios/8", Suite.portfolios()),
                Arguments.of("/api/v1/webhooks/endpoints", Suite.webhooks()),
                Arguments.of("/api/v1/notifications", Suite.notifications()),
                Arguments.of("/api/v1/hooks/budget", Suite.notifications()),
                Arguments.of("/api/v1/dead-letters/client-service?limit=1", Suite.clients()),
                Arguments.of("/api/v1/dead-letters/webhook-service/1-0", Suite.webhooks()));
    }

    @Test
    void letsAHookPassWithItsSignatureAndWithoutASession() {
        given().header("webhook-id", "msg_1")
                .header("webhook-timestamp", "1795000000")
                .header("webhook-signature", "v1,abc v1,def")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/hooks/budget")
                .then()
                .statusCode(200);

        var seen = Suite.notifications().last();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.header("webhook-id")).isEqualTo("msg_1");
        assertThat(seen.header("webhook-timestamp")).isEqualTo("1795000000");
        assertThat(seen.header("webhook-signature")).isEqualTo("v1,abc v1,def");
        assertThat(seen.header("Authorization")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/unknown",
                "/api/v1/clientsandmore",
                "/api",
                "/nothing.txt",
                "/api/v1/clients/../../../nothing.txt",
                "/api/v1/clients/%2e%2e/%2e%2e/%2e%2e/nothing.txt",
            })
    void answersUnknownPathsItself(String path) throws IOException {
        var answer = raw("""
            GET %s HTTP/1.1
            Host: x
            Connection: close

            """.formatted(path));

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("application/problem+json", "/problems/not-found");
        assertThat(allOrigins().flatMap(origin -> origin.seen().stream())).isEmpty();
    }

    @Test
    void sendsOnTheNormalizedPathThatItMatched() throws IOException {
        raw("""
            GET /x/../api/v1//clients/%37?a=%2e HTTP/1.1
            Host: x
            Connection: close

            """);

        assertThat(Suite.clients().last().uri()).isEqualTo("/api/v1/clients/7?a=%2e");
    }

    @Test
    void tellsTheServiceWhoCallsAndDropsWhatTheClientClaims() {
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Trusted-Proxy", "true")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("Host", "cactus.example")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("Authorization", "Bearer theirs")
                .get("/api/v1/clients")
                .then()
                .statusCode(200);

        var seen = Suite.clients().last();
        assertThat(seen.headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.headers().getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.headers().getAll("X-Forwarded-Host")).containsExactly("cactus.example");
        assertThat(seen.headers().names())
                .doesNotContain("X-Forwarded-Prefix", "X-Forwarded-Trusted-Proxy", "Forwarded", "X-Real-IP");
        assertThat(seen.header("traceparent")).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(seen.header("Authorization")).isEqualTo("Bearer theirs");
    }

    @Test
    void doesNotLetAClientNameOurHeadersAsItsConnectionsOwn() throws IOException {
        raw("""
            GET /api/v1/clients HTTP/1.1
            Host: x
            X-Mine: 1
            Connection: X-Forwarded-For, X-Request-Id, X-Mine
            Connection: close

            """);

        var seen = Suite.clients().last();
        assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.header("X-Request-Id")).isNotBlank();
        assertThat(seen.header("X-Mine")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"If-Match", "If-None-Match", "Idempotency-Key", "Content-Type", "Authorization", "webhook-id"})
    void noConnectionHeaderTakesAwayWhatIsForTheService(String name) throws IOException {
        raw("""
            GET /api/v1/clients HTTP/1.1
            Host: x
            %s: "3"
            Connection: %s
            Connection: close

            """.formatted(name, name.toLowerCase(Locale.ROOT)));

        assertThat(Suite.clients().last().header(name)).isEqualTo("\"3\"");
    }

    @Test
    void keepsWhatIsForTheConnectionOnly() throws IOException {
        raw("""
            GET /api/v1/clients HTTP/1.1
            Host: x
            TE: trailers
            Keep-Alive: timeout=5
            Proxy-Authorization: Basic eA==
            Connection: close

            """);

        assertThat(Suite.clients().last().headers().names())
                .doesNotContain("TE", "Keep-Alive", "Proxy-Authorization", "Connection");
    }

    @Test
    void aLinkOfAServiceLeadsToTheGateway() {
        given().redirects()
                .follow(false)
                .post("/api/v1/clients/created")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/clients/9?a=b"))
                .header("Content-Location", equalTo("/api/v1/clients/9"));
        given().redirects()
                .follow(false)
                .get("/api/v1/clients/elsewhere")
                .then()
                .statusCode(303)
                .header("Location", startsWith("https://accounts.example/"));
    }

    @Test
    void keepsAHarmlessRequestIdAndReplacesAnother() {
        given().header("X-Request-Id", "caller-0001")
                .get("/api/v1/clients")
                .then()
                .header("X-Request-Id", "caller-0001")
                .header("Server", nullValue());
        assertThat(Suite.clients().last().header("X-Request-Id")).isEqualTo("caller-0001");

        var replaced = given().header("X-Request-Id", "no good!")
                .get("/api/v1/clients")
                .header("X-Request-Id");
        assertThat(replaced).matches("[0-9a-f-]{36}");
        assertThat(Suite.clients().last().headers().getAll("X-Request-Id")).containsExactly(replaced);
    }

    @Test
    void passesBodiesOnUpToTheLimit() {
        given().header("Authorization", "Bearer " + Token.of("7"))
                .body(new byte[LIMIT])
                .post("/api/v1/clients")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(LIMIT));
    }

    @Test
    void refusesABodyThatAnnouncesTooMuch() {
        given().header("Accept-Language", "en")
                .body(new byte[LIMIT + 1])
                .post("/api/v1/clients")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("/too-large"))
                .body("title", equalTo("Request too large"))
                .body("requestId", matchesPattern("[0-9a-f-]{36}"));
        assertThat(Suite.clients().seen()).isEmpty();
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        assertThat(postChunked(LIMIT)).isEqualTo("200 {\"bytes\":" + LIMIT + "}");

        assertThat(postChunked(LIMIT + 1)).startsWith("413 ").contains("/problems/too-large");
        given().get("/api/v1/clients").then().statusCode(200);
    }

    @Test
    void letsAClientThatAsksFirstGoOn() throws IOException {
        var answer = raw("""
            POST /api/v1/clients HTTP/1.1
            Host: x
            Expect: 100-continue
            Content-Length: 2
            Connection: close

            {}\
            """);

        assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 200 OK", "{\"bytes\":2}");
    }

    @Test
    void passesOnAnAnswerWithoutABody() {
        given().delete("/api/v1/clients/nothing").then().statusCode(204).header("Transfer-Encoding", nullValue());
    }

    @Test
    void passesOnALargeAnswerPieceByPiece() throws Exception {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1/clients/large"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var client = HttpClient.newHttpClient();
                var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo((long) ClientOrigin.LARGE_CHUNKS * ClientOrigin.CHUNK_BYTES);
        }
    }

    @Test
    void stopsTheServiceWhenTheClientGoesAway() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/clients/endless HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
            assertThat(Suite.clients().endlessAnswers()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(Suite.clients().endlessAnswers()).isZero());
    }

    @Test
    void saysWhichServiceIsDown() {
        Suite.webhooks().stop();
        try {
            given().header("Accept-Language", "en-GB,en;q=0.9")
                    .get("/api/v1/webhooks/endpoints")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", endsWith("/service-unavailable"))
                    .body("title", equalTo("Temporarily unavailable"))
                    .body("detail", containsString("webhook-service"));
            given().body("{}")
                    .post("/api/v1/webhooks/endpoints")
                    .then()
                    .statusCode(503)
                    .body("title", equalTo("No disponible por el momento"));
        } finally {
            Suite.webhooks().start();
        }
        given().get("/api/v1/webhooks/endpoints").then().statusCode(200);
    }

    @Test
    void saysWhichServiceIsTooSlow() {
        given().get("/api/v1/clients/slow")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", endsWith("/gateway-timeout"))
                .body("detail", containsString("client-service"));
        given().body("{}").post("/api/v1/clients/slow").then().statusCode(504);
    }

    @Test
    void repeatsAReadWhoseConnectionWasCutOnceAndNoMore() {
        Suite.clients().cutNext(1);
        given().get("/api/v1/clients/cut").then().statusCode(200);
        assertThat(Suite.clients().seen()).hasSize(2);

        Suite.clients().cutNext(2);
        given().get("/api/v1/clients/cut").then().statusCode(503).body("detail", containsString("client-service"));
        assertThat(Suite.clients().seen()).hasSize(4);
    }

    @Test
    void doesNotRepeatAWrite() {
        Suite.clients().cutNext(1);
        given().body("{}").post("/api/v1/clients/cut").then().statusCode(503);
        assertThat(Suite.clients().seen()).hasSize(1);
    }

    @Test
    void countsRequestsByRouteAndNotByPath() {
        given().get("/api/v1/clients/12345678");

        given().get("/q/metrics")
                .then()
                .body(containsString("uri=\"/api/v1/clients\""))
                .body(not(containsString("12345678")));
    }

    private String postChunked(int bytes) throws Exception {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1/clients"))
                .header("Authorization", "Bearer " + Token.of("7"))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Stream<Origin> allOrigins() {
        return Stream.of(Suite.auth(), Suite.clients(), Suite.portfolios(), Suite.webhooks(), Suite.notifications());
    }
}
