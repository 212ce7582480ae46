package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.launcher.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Prints how long webhooks take; whether that is fast enough is for {@code ./cactus bench webhooks} to say. */
class LatencyIT {

    private static final int EVENTS = 500;

    private final Suite suite = Suites.shared();

    @Test
    void everyOneOf500EventsArrivesOnceAndVerified() throws Exception {
        var administrator = Person.administrator(suite);
        var ana = administrator.registers("ADVISOR", null);
        try (var partner = Partner.listening(0)) {
            var endpoint = partner.registeredBy(administrator, "client.created");
            var token = ana.accessToken();
            var clients = new ArrayList<String>();
            for (var i = 0; i < EVENTS; i++) {
                clients.add(ana.createsAClient(token).toString());
            }

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> partner.received().size() >= EVENTS);
            assertThat(partner.received()).allMatch(Partner.Received::verified);
            assertThat(partner.received())
                    .extracting(Partner.Received::subject)
                    .containsExactlyInAnyOrderElementsOf(clients);
            assertThat(partner.received())
                    .extracting(webhook -> UUID.fromString(webhook.id()))
                    .doesNotHaveDuplicates();
            print(partner);
            administrator
                    .asks()
                    .delete("/api/v1/webhooks/endpoints/{id}", endpoint)
                    .then()
                    .statusCode(204);
        }
    }

    private static void print(Partner partner) {
        var latency = new Histogram(3);
        partner.received()
                .forEach(webhook ->
                        latency.recordValue(Math.max(0, webhook.latency().toNanos() / 1000)));
        System.out.printf(
                "Event to receipt of %d webhooks, in ms: p50 %.1f, p95 %.1f, p99 %.1f, max %.1f%n",
                latency.getTotalCount(),
                millis(latency.getValueAtPercentile(50)),
                millis(latency.getValueAtPercentile(95)),
                millis(latency.getValueAtPercentile(99)),
                millis(latency.getMaxValue()));
    }

    private static double millis(long micros) {
        return (double) micros / TimeUnit.MILLISECONDS.toMicros(1);
    }
}
