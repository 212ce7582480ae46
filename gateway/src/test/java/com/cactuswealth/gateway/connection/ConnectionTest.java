package com.cactuswealth.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.gateway.suite.RawConnection;
import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time. */
@QuarkusTest
@TestProfile(ConnectionTest.Impatient.class)
@QuarkusTestResource(Suite.class)
class ConnectionTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** Shorter times, so that the tests need not wait long. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cactus.connection.header-timeout", "2s", "cactus.connection.keep-alive", "2s");
        }
    }

    @TestHTTPResource
    private URI gateway;

    @TestHTTPResource(tls = true)
    private URI secure;

    @Test
    void whoNeverEndsItsHeadersIsCutOff() throws Exception {
        try (var connection = RawConnection.to(gateway)) {
            connection.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");

            assertThat(isCutOffWhileSending(connection, "a")).isTrue();
        }
    }

    @Test
    void soIsWhoSaysNothing() throws Exception {
        for (var address : new URI[] {gateway, secure}) {
            try (var connection = RawConnection.to(address)) {
                await().atMost(LONGEST_WAIT).until(connection::isClosed);
            }
        }
    }

    @Test
    void theNextRequestOfAConnectionIsTimedToo() throws Exception {
        try (var connection = RawConnection.to(gateway)) {
            connection.send("GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 200 OK");
            connection.send("GET / HTTP/1.1\r\nX-Slow: ");

            assertThat(isCutOffWhileSending(connection, "a")).isTrue();
        }
    }

    @Test
    void aConnectionIsNotKeptWithoutRequests() throws Exception {
        try (var connection = RawConnection.to(gateway)) {
            connection.send("GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 200 OK");

            await().atMost(LONGEST_WAIT).until(connection::isClosed);
        }
    }

    @Test
    void aSocketIsNotARequestThatIsLate() throws Exception {
        try (var connection = RawConnection.to(gateway)) {
            connection.send("""
                GET /ws/notifications HTTP/1.1
                Host: x
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Authorization: Bearer token

                """.replace("\n", "\r\n"));
            assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 101 Switching Protocols");

            await().pollDelay(Duration.ofSeconds(4)).atMost(LONGEST_WAIT).until(() -> !connection.isClosed());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\n\n",
                "GET\n\n",
                "GET / HTTP/1.1\nHost: x\nno colon\n\n",
                "GET / HTTP/1.1\nHost: x\nBad Name: x\n\n",
                "POST /api/v1/clients HTTP/1.1\nHost: x\nContent-Length: many\n\n",
                "GET / HTTP/1.1\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: a b\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: x\nHost: x\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: x\nHost: y\nConnection: close\n\n",
                "GET /api/v1/clients/%zz HTTP/1.1\nHost: x\nConnection: close\n\n",
                "POST /api/v1/clients HTTP/1.1\nHost: x\nTransfer-Encoding: gzip, chunked\nConnection: close\n\n0\n\n",
            })
    void whatCannotBeReadIsAnsweredWithAProblem(String request) throws IOException {
        assertThat(RawConnection.exchange(gateway, request))
                .startsWith("HTTP/1.1 400 Bad Request")
                .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n")
                .contains("\"type\":\"https://cactuswealth.com/problems/invalid-input\"", "\"status\":400");
    }

    @Test
    void soIsWhatIsTooLongAndAnUnknownVersion() throws IOException {
        assertThat(RawConnection.exchange(gateway, "GET /" + "x".repeat(5000) + " HTTP/1.1\nHost: x\n\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("/problems/uri-too-long", "Dirección demasiado larga");
        assertThat(RawConnection.exchange(gateway, "GET / HTTP/1.1\nHost: x\nX-Long: " + "x".repeat(17_000) + "\n\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("/problems/headers-too-large");
        assertThat(RawConnection.exchange(gateway, "GET / HTTP/3.0\nHost: x\n\n"))
                .startsWith("HTTP/1.1 505 ")
                .contains("/problems/http-version");
    }

    @Test
    void withoutTlsNobodyIsSwitchedToHttp2() throws IOException {
        assertThat(RawConnection.exchange(gateway, """
            GET /robots.txt HTTP/1.1
            Host: x
            Connection: Upgrade, HTTP2-Settings
            Connection: close
            Upgrade: h2c
            HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA

            """))
                .startsWith("HTTP/1.1 200 OK")
                .contains("User-agent: *");
    }

    private static boolean isCutOffWhileSending(RawConnection connection, String bytes) throws Exception {
        for (var i = 0; i < 200; i++) {
            try {
                connection.send(bytes);
                if (connection.isClosed()) {
                    return true;
                }
            } catch (SocketException cutOff) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
