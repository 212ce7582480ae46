package com.cactuswealth.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A relay or consumer that makes no progress is not healthy, even though its process is. While Redis cannot be reached
 * nothing can progress and nothing is lost, so that alone takes no service out of rotation.
 */
@Readiness
@ApplicationScoped
class EventsReadiness implements HealthCheck {

    private final OutboxRelay relay;
    private final EventConsumer consumer;
    private final Streams streams;
    private final EventsConfig config;
    private final Clock clock;
    private final String service;

    EventsReadiness(
            OutboxRelay relay,
            EventConsumer consumer,
            Streams streams,
            EventsConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.relay = relay;
        this.consumer = consumer;
        this.streams = streams;
        this.config = config;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("events");
        if (!streams.reachable()) {
            return answer.withData("redis", "unreachable; events wait in the outbox")
                    .up()
                    .build();
        }
        var now = clock.instant();
        var backlog = relay.oldestUnpublished()
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
        var lag = lag(now);
        return answer.withData("outboxOldestMillis", backlog.toMillis())
                .withData("consumerLagMillis", lag.toMillis())
                .status(moves(relay.lastProgress(), now) && (!consumer.active() || moves(consumer.lastProgress(), now)))
                .build();
    }

    private boolean moves(Instant lastProgress, Instant now) {
        return Duration.between(lastProgress, now).compareTo(config.maxSilence()) < 0;
    }

    private Duration lag(Instant now) {
        return Duration.ofMillis(consumer.sources().stream()
                .mapToLong(source -> streams.lagMillis(source, service, now.toEpochMilli()))
                .max()
                .orElse(0));
    }
}
