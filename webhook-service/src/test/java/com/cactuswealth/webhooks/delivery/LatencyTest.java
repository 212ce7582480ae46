package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.testing.TestUser.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.webhooks.Partner;
import com.cactuswealth.webhooks.Receiver.Received;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** Tells how long delivery takes here; the benchmarks judge it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LatencyTest {

    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final Logger LOG = Logger.getLogger(LatencyTest.class);

    @Inject
    TestEvents events;

    private final UUID client = UUID.randomUUID();

    @Test
    void fiveHundredEventsArriveOneByOne() throws InterruptedException {
        var partner = Partner.receiving("client.created", client);
        for (var i = 0; i < 500; i++) {
            created();
            Thread.sleep(Duration.ofMillis(10));
        }

        var received = partner.awaitReceived(500);

        assertThat(received).hasSize(500);
        report("500 events, 100/s, 1 endpoint", received);
        partner.delete();
    }

    @Test
    void fiftyEventsFanOutToAHundredEndpointsAtOnce() {
        var partners = IntStream.range(0, 100)
                .mapToObj(i -> Partner.receiving("client.created", client))
                .toList();
        IntStream.range(0, 50).forEach(i -> created());

        var received = partners.stream()
                .flatMap(partner -> partner.awaitReceived(50).stream())
                .toList();

        assertThat(received).hasSize(5000);
        report("5000 deliveries at once, 100 endpoints", received);
        partners.forEach(Partner::delete);
    }

    private static void report(String what, List<Received> received) {
        var millis = received.stream()
                .map(request -> Duration.between(happened(request), request.at()))
                .map(latency -> latency.toNanos() / 1e6)
                .sorted()
                .toList();
        var first = received.stream().map(LatencyTest::happened).min(Instant::compareTo);
        var last = received.stream().map(Received::at).max(Instant::compareTo);
        LOG.infof(
                "LATENCY %s: event to receipt p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms, all within %d ms",
                what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.get(millis.size() * 99 / 100),
                millis.getLast(),
                Duration.between(first.orElseThrow(), last.orElseThrow()).toMillis());
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
