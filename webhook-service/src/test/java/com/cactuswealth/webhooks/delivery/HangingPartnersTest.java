package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.webhooks.HangingServer;
import com.cactuswealth.webhooks.Partner;
import com.cactuswealth.webhooks.Receiver.Received;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Many partners that accept and never answer, beside three that do, with the limits of a deployment. */
@QuarkusTest
@TestProfile(HangingPartnersTest.Deployed.class)
@WithTestResource(RealServers.class)
class HangingPartnersTest {

    /** The default timings and limits, but for addresses of this machine. */
    public static final class Deployed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cactus.webhooks.request-timeout", "15S",
                    "cactus.webhooks.lease-margin", "15S",
                    "cactus.webhooks.retry-schedule", "0S,5S,5M",
                    "cactus.webhooks.sweep", "1S");
        }
    }

    private static final int HANGING = Integer.getInteger("hanging", 135);
    private static final int EVENTS = Integer.getInteger("events", 40);
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final Logger LOG = Logger.getLogger(HangingPartnersTest.class);

    @Inject
    TestEvents events;

    private final UUID client = UUID.randomUUID();

    @Test
    void theHealthyAreServedBesideThem() throws InterruptedException {
        try (var hanging = new HangingServer()) {
            var silent = IntStream.range(0, HANGING)
                    .mapToObj(i -> Partner.register(hanging.origin(), "client.created", client))
                    .toList();
            var healthy = IntStream.range(0, 3)
                    .mapToObj(i -> Partner.receiving("client.created", client))
                    .toList();

            for (var i = 0; i < EVENTS; i++) {
                created();
                Thread.sleep(Duration.ofMillis(50));
            }

            var received = healthy.stream()
                    .flatMap(partner -> partner.awaitReceived(EVENTS).stream())
                    .toList();
            report(received);
            assertThat(received).hasSize(3 * EVENTS);
            assertThat(hanging.connections()).isGreaterThanOrEqualTo(HANGING);
            assertThat(latencies(received).getLast())
                    .as("long before the first request to a hanging partner timed out")
                    .isLessThan(10_000);
            awaitReadinessToTellOf(HANGING);
            silent.forEach(Partner::delete);
            healthy.forEach(Partner::delete);
        }
    }

    /** The service is ready all the same. */
    private static void awaitReadinessToTellOf(int slowEndpoints) {
        await().atMost(Partner.SOON)
                .untilAsserted(() -> anonymous()
                        .get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'webhooks' }.data.slowEndpoints", equalTo(slowEndpoints)));
    }

    private static void report(List<Received> received) {
        var millis = latencies(received);
        LOG.infof(
                "LATENCY of 3 healthy beside %d hanging: p50 %.1f ms, p95 %.1f ms, max %.1f ms",
                HANGING, millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100), millis.getLast());
    }

    /** From the event to its receipt, in milliseconds, the shortest first. */
    private static List<Double> latencies(List<Received> received) {
        return received.stream()
                .map(request -> Duration.between(happened(request), request.at()))
                .map(latency -> latency.toNanos() / 1e6)
                .sorted()
                .toList();
    }

    private static Instant happened(Received request) {
        var matcher = TIMESTAMP.matcher(request.body());
        assertThat(matcher.find()).isTrue();
        return Instant.parse(matcher.group(1));
    }

    private void created() {
        events.happened("client-service", "client.created", client, ANA, Map.of("id", client.toString()));
    }
}
