package com.cactuswealth.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.gateway.services.Service;
import com.cactuswealth.gateway.suite.Browser;
import com.cactuswealth.gateway.suite.RawConnection;
import com.cactuswealth.gateway.suite.Suite;
import com.cactuswealth.gateway.suite.Token;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class SlowBodyTest {

    private static final int SMALL = 32 << 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final List<RawConnection> connections = new ArrayList<>();

    @TestHTTPResource
    private URI gateway;

    @Inject
    Uploads uploads;

    @BeforeEach
    void forget() {
        Suite.clients().clear();
        Suite.auth().clear();
    }

    @AfterEach
    void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    void slowBodiesOfStrangersReachNoServiceAndAreGivenUp() throws IOException {
        for (var i = 0; i < 40; i++) {
            post("/api/v1/clients", "Content-Length: 100", "").send("half of it");
        }

        given().get("/api/v1/clients").then().statusCode(200);
        assertThat(Suite.clients().seen()).hasSize(1);
        for (var connection : connections) {
            assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
        }
        for (var connection : connections) {
            await().atMost(LONGEST_WAIT).until(connection::isClosed);
        }
        assertThat(Suite.clients().seen()).hasSize(1);
    }

    @Test
    void neitherDoesASmallSlowBodyOfSomebodySignedIn() throws IOException {
        var slow = post("/api/v1/clients", "Content-Length: 100", "Authorization: Bearer " + Token.of("7"))
                .send("half of it");

        assertThat(slow.statusLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
        assertThat(Suite.clients().seen()).isEmpty();
    }

    @Test
    void norDoesOneToTheGatewayItself() throws IOException {
        var slow = post("/api/v1/session", "Content-Length: 100", "").send("{\"identifier\":");

        assertThat(slow.rest()).startsWith("HTTP/1.1 408 Request Timeout").contains("/problems/request-timeout");
        assertThat(Suite.auth().seen()).isEmpty();
    }

    @Test
    void aBodyThatComesInPiecesIsPassedOnWhole() throws IOException {
        var connection =
                post("/api/v1/clients", "Transfer-Encoding: chunked", "").send("3\r\nabc\r\n");
        assertThat(Suite.clients().seen()).isEmpty();

        connection.send("2\r\nde\r\n0\r\n\r\n");

        assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(Suite.clients().last().header("Content-Length")).isEqualTo("5");
    }

    @Test
    void strangersMaySendLittle() {
        given().body(new byte[SMALL])
                .post("/api/v1/clients")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(SMALL));
        given().header("Accept-Language", "en")
                .body(new byte[SMALL + 1])
                .post("/api/v1/clients")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("/too-large"))
                .body("detail", equalTo("A request may have at most 32768 bytes"));
        given().header("Authorization", "Bearer no.token.really")
                .body(new byte[SMALL + 1])
                .post("/api/v1/clients")
                .then()
                .statusCode(413);
        given().body(new byte[SMALL + 1]).post("/api/v1/session").then().statusCode(413);

        assertThat(Suite.clients().seen()).hasSize(1);
    }

    @Test
    void whoHasASessionOrATokenMaySendMore() {
        Browser.signedIn()
                .here()
                .body(new byte[SMALL + 1])
                .post("/api/v1/clients")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(SMALL + 1));
        given().header("Authorization", "Bearer " + Token.of("7"))
                .body(new byte[SMALL + 1])
                .post("/api/v1/clients")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(SMALL + 1));
    }

    @Test
    void aTrickleIsNoUpload() throws Exception {
        var upload =
                post("/api/v1/clients/patient", "Content-Length: 1000000", "Authorization: Bearer " + Token.of("7"));
        var status = new String[1];
        var reader = Thread.ofVirtual().start(() -> {
            try {
                status[0] = upload.statusLine();
            } catch (IOException cut) {
                status[0] = cut.toString();
            }
        });
        for (var i = 0; i < 100 && reader.isAlive(); i++) {
            upload.send("x");
            Thread.sleep(100);
        }
        reader.join();

        assertThat(status[0]).isEqualTo("HTTP/1.1 408 Request Timeout");
        await().atMost(LONGEST_WAIT).until(upload::isClosed);
    }

    @Test
    void anUploadThatIsRefusedHoldsNoConnectionToTheService() throws IOException {
        var before = Suite.clients().connections();
        for (var i = 0; i < 40; i++) {
            var upload = post(
                    "/api/v1/clients/unauthorized",
                    "Content-Length: 1000000",
                    "Authorization: Bearer " + Token.of("7"));
            upload.send("x".repeat(1000));
            assertThat(upload.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }

        await().atMost(LONGEST_WAIT)
                .untilAsserted(
                        () -> assertThat(Suite.clients().connections()).isLessThanOrEqualTo(Math.max(before, 20)));
    }

    @Test
    void uploadsLeaveConnectionsForOtherRequests() {
        var signedIn = "Bearer " + Token.of("7");
        for (var i = 0; i < 64; i++) {
            uploads.begin(Service.CLIENTS);
        }
        try {
            given().header("Authorization", signedIn)
                    .header("Accept-Language", "en")
                    .body(new byte[SMALL + 1])
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("detail", equalTo("There are too many uploads to client-service"));
            given().header("Authorization", signedIn)
                    .body("{}")
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(200);
        } finally {
            for (var i = 0; i < 64; i++) {
                uploads.end(Service.CLIENTS);
            }
        }
        for (var i = 0; i < 70; i++) {
            given().header("Authorization", signedIn)
                    .body(new byte[SMALL + 1])
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(200);
        }
    }

    private RawConnection post(String path, String header, String another) throws IOException {
        var connection = RawConnection.to(gateway);
        connections.add(connection);
        var more = another.isEmpty() ? "" : another + "\r\n";
        return connection.send("POST " + path + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n" + more + "\r\n");
    }
}
