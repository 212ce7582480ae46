package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.platform.events.Loop;
import com.cactuswealth.webhooks.WebhooksConfig;
import com.cactuswealth.webhooks.delivery.Outcome.Attempted;
import com.cactuswealth.webhooks.endpoint.DisabledReason;
import com.cactuswealth.webhooks.endpoint.EndpointService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Writes results many at a time, away from sending. What a crash loses before it is written is delivered once more, when
 * its lease ends.
 */
@ApplicationScoped
class OutcomeWriter {

    private static final int AT_ONCE = 200;

    /** Long enough to gather a batch under load, short enough for whoever looks at the log. */
    private static final Duration GATHERING = Duration.ofMillis(3);

    private final Deliveries deliveries;
    private final EndpointService endpoints;
    private final DeliveryMetrics metrics;
    private final WebhooksConfig config;
    private final Clock clock;
    private final Loop loop;

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final List<Outcome> batch = new ArrayList<>();
    private Runnable whenWritten = () -> {};

    OutcomeWriter(
            Deliveries deliveries,
            EndpointService endpoints,
            DeliveryMetrics metrics,
            WebhooksConfig config,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.loop = new Loop("webhook-outcomes", clock, this::step);
    }

    void whenWritten(Runnable listener) {
        whenWritten = listener;
    }

    void start() {
        loop.start();
    }

    /** Writes what is left. */
    void stop() {
        loop.stop();
        while (!outcomes.isEmpty() || !batch.isEmpty()) {
            outcomes.drainTo(batch, AT_ONCE);
            write();
        }
    }

    Instant lastProgress() {
        return loop.lastProgress();
    }

    void add(Outcome outcome) {
        if (outcome instanceof Attempted attempted) {
            metrics.attempted(attempted, clock.instant());
        }
        outcomes.add(outcome);
    }

    /** Results that are not written yet, but for those being written. */
    int backlog() {
        return outcomes.size();
    }

    private void step() {
        try {
            if (batch.isEmpty()) {
                var first = outcomes.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    return;
                }
                batch.add(first);
                Thread.sleep(GATHERING);
                outcomes.drainTo(batch, AT_ONCE - 1);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        write();
    }

    private void write() {
        deliveries.record(batch);
        var attempted = batch.stream()
                .filter(Attempted.class::isInstance)
                .map(Attempted.class::cast)
                .toList();
        batch.clear();
        whenWritten.run();
        disable(attempted);
    }

    private void disable(List<Attempted> attempted) {
        attempted.stream()
                .filter(Attempted::gone)
                .map(Attempted::endpointId)
                .distinct()
                .forEach(id -> endpoints.disable(id, DisabledReason.GONE));
        var failed = attempted.stream()
                .filter(made -> !made.answer().accepted())
                .map(Attempted::endpointId)
                .collect(Collectors.toSet());
        if (!failed.isEmpty()) {
            deliveries
                    .failingSince(clock.instant().minus(config.disableAfter()), failed)
                    .forEach(id -> endpoints.disable(id, DisabledReason.FAILING));
        }
    }
}
