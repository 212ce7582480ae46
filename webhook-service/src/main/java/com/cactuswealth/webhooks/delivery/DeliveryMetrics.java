package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.delivery.Outcome.Attempted;
import com.cactuswealth.webhooks.egress.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What an operator sees of deliveries, over all endpoints. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry meters;
    private final Timer latency;

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.latency = Timer.builder("cactus.webhooks.latency")
                .description("From the event to the partner's 2xx, retries included")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
    }

    void attempted(Attempted attempted, Instant now) {
        meters.counter("cactus.webhooks.attempts", "outcome", outcome(attempted.answer()))
                .increment();
        if (attempted.answer().accepted()) {
            latency.record(Duration.between(attempted.job().message().time(), now));
        }
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Response response -> response.accepted() ? "delivered" : "refused";
            case Answer.Failure failure -> failure.cause().name().toLowerCase(Locale.ROOT);
        };
    }
}
