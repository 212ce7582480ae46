package com.cactuswealth.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.gateway.suite.AuthOrigin;
import com.cactuswealth.gateway.suite.Browser;
import com.cactuswealth.gateway.suite.RawConnection;
import com.cactuswealth.gateway.suite.Suite;
import com.cactuswealth.gateway.suite.Token;
import io.quarkus.redis.datasource.RedisDataSource;
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
class SocketLimitTest {

    private static final String JOINED = "HTTP/1.1 101 Switching Protocols";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final List<RawConnection> connections = new ArrayList<>();

    @TestHTTPResource
    private URI gateway;

    @Inject
    OpenSockets sockets;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void forget() {
        redis.flushall();
        Suite.portfolios().clear();
        await().atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(sockets.count()).isZero());
    }

    @AfterEach
    void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    void refusedUpgradesHoldNoConnectionToTheService() throws IOException {
        for (var i = 0; i < 300; i++) {
            assertThat(upgrade("/ws/notifications", "refused").statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }

        given().get("/api/v1/notifications").then().statusCode(200);
        assertThat(sockets.count()).isZero();
        await().atMost(LONGEST_WAIT)
                .untilAsserted(
                        () -> assertThat(Suite.notifications().connections()).isLessThan(20));
    }

    @Test
    void aRefusalOfAnyLengthEndsItsConnectionToo() throws IOException {
        for (var i = 0; i < 10; i++) {
            assertThat(upgrade("/ws/notifications", "refused-at-length").statusLine())
                    .isEqualTo("HTTP/1.1 403 Forbidden");
        }

        assertThat(sockets.count()).isZero();
        await().atMost(LONGEST_WAIT)
                .untilAsserted(
                        () -> assertThat(Suite.notifications().connections()).isLessThan(10));
    }

    @Test
    void anUpgradeElsewhereIsAnOrdinaryRequest() throws IOException {
        for (var i = 0; i < 300; i++) {
            assertThat(upgrade("/api/v1/assets", "any").statusLine()).isEqualTo("HTTP/1.1 200 OK");
        }

        assertThat(Suite.portfolios().connections()).isLessThan(20);
        assertThat(Suite.portfolios().last().headers().names()).doesNotContain("Upgrade", "upgrade");
        given().get("/api/v1/assets").then().statusCode(200);
    }

    @Test
    void openSocketsLeaveRequestsUntouched() throws IOException {
        for (var i = 0; i < 300; i++) {
            assertThat(upgrade("/ws/notifications", Token.of("user" + i / 30)).statusLine())
                    .isEqualTo(JOINED);
        }
        assertThat(sockets.count()).isEqualTo(300);

        for (var i = 0; i < 20; i++) {
            given().get("/api/v1/notifications").then().statusCode(200);
        }
    }

    @Test
    void oneUserCannotTakeAllSockets() throws IOException {
        for (var i = 0; i < 32; i++) {
            assertThat(upgrade("/ws/notifications", Token.of("ana")).statusLine())
                    .isEqualTo(JOINED);
        }

        var refused = upgrade("/ws/notifications", Token.of("ana"));
        assertThat(refused.statusLine()).isEqualTo("HTTP/1.1 429 Too Many Requests");
        assertThat(upgrade("/ws/notifications", Token.of("bruno")).statusLine()).isEqualTo(JOINED);

        connections.getFirst().close();
        await().atMost(LONGEST_WAIT)
                .until(() -> upgrade("/ws/notifications", Token.of("ana")).statusLine(), JOINED::equals);
    }

    @Test
    void whoClaimsToBeAnotherTakesNoneOfTheirs() throws IOException {
        for (var i = 0; i < 40; i++) {
            assertThat(upgrade("/ws/nobody-home", Token.of("ana")).statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        }

        assertThat(upgrade("/ws/notifications", Token.of("ana")).statusLine()).isEqualTo(JOINED);
    }

    @Test
    void signingOutClosesTheSocketsOfThatSessionAndNoOthers() throws IOException {
        var laptop = Browser.signedIn();
        var phone = Browser.signedIn();
        var here = upgradeOf(laptop);
        var there = upgradeOf(phone);
        var program = upgrade("/ws/notifications", Token.of("7"));

        laptop.here().delete("/api/v1/session").then().statusCode(204);

        await().atMost(LONGEST_WAIT).until(here::isClosed);
        assertThat(there.isClosed()).isFalse();
        assertThat(program.isClosed()).isFalse();
        assertThat(sockets.count()).isEqualTo(2);
    }

    @Test
    void signingOutEverywhereClosesAllSocketsOfThatUserAndNobodyElses() throws IOException {
        var laptop = Browser.signedIn();
        var here = upgradeOf(laptop);
        var there = upgradeOf(Browser.signedIn());
        var bruno = upgradeOf(Browser.of(Browser.signIn(given(), "bruno", AuthOrigin.PASSWORD)));
        var program = upgrade("/ws/notifications", Token.of("7"));
        var anotherProgram = upgrade("/ws/notifications", Token.of("8"));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> !program.isClosed());

        laptop.here().delete("/api/v1/session?everywhere=true").then().statusCode(204);

        await().atMost(LONGEST_WAIT).until(() -> here.isClosed() && there.isClosed() && program.isClosed());
        assertThat(bruno.isClosed()).isFalse();
        assertThat(anotherProgram.isClosed()).isFalse();

        var again = upgrade("/ws/notifications", Token.of("7"));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> !again.isClosed());
    }

    @Test
    void aSessionThatEndsAtAnotherGatewayTakesItsSocketsWithIt() throws IOException {
        var socket = upgradeOf(Browser.signedIn());

        redis.key().del(redis.key().keys("gateway:session:*").getFirst());

        await().atMost(LONGEST_WAIT).until(socket::isClosed);
    }

    @Test
    void socketsStayOpenWhileRedisIsAway() throws IOException {
        var socket = upgradeOf(Browser.signedIn());
        Suite.redis().kill();
        try {
            await().pollDelay(Duration.ofSeconds(1)).until(() -> !socket.isClosed());
        } finally {
            Suite.redis().start();
        }
    }

    private RawConnection upgradeOf(Browser browser) throws IOException {
        var socket = upgrade("/ws/notifications", "Cookie: " + browser.cookie(), "Sec-Fetch-Site: same-origin");
        assertThat(socket.statusLine()).isEqualTo(JOINED);
        return socket;
    }

    private RawConnection upgrade(String path, String token) throws IOException {
        return upgrade(path, "Authorization: Bearer " + token, "X-Test: 1");
    }

    private RawConnection upgrade(String path, String header, String another) throws IOException {
        var connection = RawConnection.to(gateway);
        connections.add(connection);
        return connection.send("""
            GET %s HTTP/1.1
            Host: x
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            %s
            %s

            """.formatted(path, header, another).replace("\n", "\r\n"));
    }
}
