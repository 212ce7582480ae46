package com.cactuswealth.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.gateway.suite.Suite;
import com.cactuswealth.gateway.suite.Wait;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class LatencyTest {

    private static final String COUNT = "cactus_gateway_latency_seconds_count";

    /** What deploy/publish-metrics reads. */
    private static final String P95 = "cactus_gateway_latency_seconds{quantile=\"0.95\"}";

    @TestHTTPResource
    private URI gateway;

    @Test
    void onePercentileIsOfAllRequestsButHealthChecksAndSockets() {
        var before = metric(COUNT);

        given().get("/");
        given().get("/nothing");
        given().get("/health");
        given().get("/q/health/ready");
        openAndCloseASocket();
        given().get("/docs");

        await().untilAsserted(() -> assertThat(metric(COUNT)).isEqualTo(before + 3));
        assertThat(metric(P95)).isBetween(0.0001, 5.0);
    }

    private void openAndCloseASocket() {
        var socket = Wait.on(Suite.vertx()
                .createWebSocketClient()
                .connect(new WebSocketConnectOptions()
                        .setHost(gateway.getHost())
                        .setPort(gateway.getPort())
                        .setURI("/ws/notifications")
                        .setSubProtocols(List.of("bearer", "token"))));
        Wait.on(socket.close());
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
