package com.cactuswealth.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A relay or consumer that makes no progress is not healthy, even though its process is. While Redis cannot be reached
 * nothing can progress and nothing is lost, so that alone takes no service out of rotation; nor does a Redis that is nearly
 * full. Both are reported as degraded.
 */
@Readiness
@ApplicationScoped
class EventsReadiness implements HealthCheck {

    private final OutboxRelay relay;
    private final EventConsumer consumer;
    private final Streams streams;
    private final EventsConfig config;
    private final Clock clock;

    EventsReadiness(OutboxRelay relay, EventConsumer consumer, Streams streams, EventsConfig config, Clock clock) {
        this.relay = relay;
        this.consumer = consumer;
        this.streams = streams;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("events");
        if (!streams.reachable()) {
            return answer.withData("state", "degraded")
                    .withData("redis", "unreachable; events wait in the outbox")
                    .up()
                    .build();
        }
        var now = clock.instant();
        if (relay.waitsForRedis()) {
            answer.withData("state", "degraded").withData("redis", "nearly full; events wait in the outbox");
        } else {
            answer.withData("state", relay.replays() ? "replaying" : "ok");
        }
        return answer.withData("outboxOldestMillis", relay.backlog().toMillis())
                .withData("consumerLagMillis", consumer.lag().toMillis())
                .status(moves(relay.lastProgress(), now) && (!consumer.active() || moves(consumer.lastProgress(), now)))
                .build();
    }

    private boolean moves(Instant lastProgress, Instant now) {
        return Duration.between(lastProgress, now).compareTo(config.maxSilence()) < 0;
    }
}
