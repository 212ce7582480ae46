package com.cactuswealth.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.gateway.suite.Browser;
import com.cactuswealth.gateway.suite.NotificationOrigin;
import com.cactuswealth.gateway.suite.Suite;
import com.cactuswealth.gateway.suite.Wait;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class WebSocketTest {

    private static final String PATH = "/ws/notifications";
    private static final int LARGE = 8 << 20;

    @TestHTTPResource
    private URI gateway;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @BeforeEach
    void forget() {
        Suite.notifications().clear();
        Suite.notifications().closes().clear();
    }

    @Test
    void carriesMessagesBothWaysInTheNameOfASession() throws Exception {
        var browser = Browser.signedIn();
        var socket =
                open(to(PATH + "?after=7").putHeader("Cookie", browser.cookie()).setAllowOriginHeader(true));

        assertThat(next()).isEqualTo("hello");
        for (var i = 0; i < 100; i++) {
            socket.writeTextMessage("message " + i);
        }
        for (var i = 0; i < 100; i++) {
            assertThat(next()).isEqualTo("message " + i);
        }
        var seen = Suite.notifications().last();
        assertThat(seen.uri()).isEqualTo(PATH + "?after=7");
        assertThat(seen.header("Authorization")).startsWith("Bearer access");
        assertThat(seen.header("Cookie")).isNull();
        Wait.on(socket.close());
    }

    @Test
    void takesAnAccessTokenAsASubprotocolAndShowsItToNobodyElse() throws Exception {
        var socket = open(to(PATH).setSubProtocols(List.of("bearer", "abc.def-1_2")));

        assertThat(next()).isEqualTo("hello");
        assertThat(socket.subProtocol()).isEqualTo("bearer");
        var seen = Suite.notifications().last();
        assertThat(seen.header("Authorization")).isEqualTo("Bearer abc.def-1_2");
        assertThat(seen.headers().getAll("Sec-WebSocket-Protocol")).containsExactly("bearer");
        assertThat(seen.uri()).isEqualTo(PATH);
        Wait.on(socket.close());
    }

    @Test
    void carriesAMessageOfManyFrames() throws Exception {
        var socket = open(to(PATH).setSubProtocols(List.of("bearer", "token")));
        var echo = Promise.<Buffer>promise();
        socket.binaryMessageHandler(echo::tryComplete);

        socket.writeBinaryMessage(Buffer.buffer(new byte[LARGE]));

        assertThat(Wait.on(echo.future()).length()).isEqualTo(LARGE);
        Wait.on(socket.close());
    }

    @Test
    void passesClosesOnWithTheirCodeInBothDirections() throws Exception {
        var closed = Promise.<Void>promise();
        var socket = open(to(PATH).setSubProtocols(List.of("bearer", "token")));
        socket.closeHandler(closed::tryComplete);
        socket.writeTextMessage("close");
        Wait.on(closed.future());
        assertThat(socket.closeStatusCode()).isEqualTo((short) NotificationOrigin.OWN_CODE);

        await().untilAsserted(() ->
                assertThat(Suite.notifications().closes()).containsExactly((short) NotificationOrigin.OWN_CODE));
        Wait.on(open(to(PATH).setSubProtocols(List.of("bearer", "token"))).close((short) 4567, "bye"));
        await().untilAsserted(() -> assertThat(Suite.notifications().closes()).endsWith((short) 4567));
    }

    @Test
    void passesARefusalOfTheServiceOn() {
        assertRefused(to(PATH).setSubProtocols(List.of("bearer", "refused")), 401, "/problems/unauthenticated");
        assertThat(Suite.notifications().last().header("Authorization")).isEqualTo("Bearer refused");
    }

    @Test
    void refusesWhoBringsNeitherSessionNorToken() {
        assertRefused(to(PATH), 401, "/problems/unauthenticated");
        assertRefused(to(PATH).setSubProtocols(List.of("bearer")), 401, "/problems/unauthenticated");
        assertThat(Suite.notifications().seen()).isEmpty();
    }

    @Test
    void refusesASessionUsedFromAnotherSite() {
        var cookie = Browser.signedIn().cookie();

        assertRefused(
                to(PATH).putHeader("Cookie", cookie)
                        .setAllowOriginHeader(true)
                        .putHeader("Origin", "http://evil.example"),
                403,
                "/problems/cross-site-request");
        assertRefused(to(PATH).putHeader("Cookie", cookie), 403, "/problems/cross-site-request");
        assertRefused(
                to(PATH).putHeader("Cookie", "__Host-cactus=" + "A".repeat(43))
                        .putHeader("Sec-Fetch-Site", "same-origin"),
                401,
                "/problems/unauthenticated");
        assertThat(Suite.notifications().seen()).isEmpty();
    }

    @Test
    void saysWhenTheServiceIsDown() {
        Suite.notifications().stop();
        try {
            assertRefused(to(PATH).setSubProtocols(List.of("bearer", "token")), 503, "notification-service");
        } finally {
            Suite.notifications().start();
        }
    }

    private WebSocketConnectOptions to(String uri) {
        return new WebSocketConnectOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI(uri)
                .setAllowOriginHeader(false);
    }

    private WebSocket open(WebSocketConnectOptions options) {
        var client = Suite.vertx()
                .createWebSocketClient(
                        new WebSocketClientOptions().setMaxMessageSize(LARGE).setTryUsePerMessageCompression(true));
        var socket = client.webSocket().textMessageHandler(texts::add);
        return Wait.on(socket.connect(options));
    }

    private String next() throws InterruptedException {
        return texts.poll(5, TimeUnit.SECONDS);
    }

    private void assertRefused(WebSocketConnectOptions options, int status, String bodyPart) {
        assertThatThrownBy(() -> open(options))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UpgradeRejectedException.class)
                .satisfies(thrown -> {
                    var refusal = (UpgradeRejectedException) thrown.getCause();
                    assertThat(refusal.getStatus()).isEqualTo(status);
                    assertThat(refusal.getBody().toString()).contains(bodyPart);
                });
    }
}
