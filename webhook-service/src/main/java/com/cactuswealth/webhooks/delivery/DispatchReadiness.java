package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.WebhooksConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service whose sweep or writer is stuck delivers nothing new, however healthy its process looks. One that is saturated
 * is ready: restarting it would not make partners answer.
 */
@Readiness
@ApplicationScoped
class DispatchReadiness implements HealthCheck {

    private final Sweep sweep;
    private final OutcomeWriter writer;
    private final Dispatcher dispatcher;
    private final WebhooksConfig config;
    private final Clock clock;

    DispatchReadiness(Sweep sweep, OutcomeWriter writer, Dispatcher dispatcher, WebhooksConfig config, Clock clock) {
        this.sweep = sweep;
        this.writer = writer;
        this.dispatcher = dispatcher;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("webhooks")
                .withData("inFlight", dispatcher.inFlight())
                .withData("queued", dispatcher.queued())
                .withData("unwritten", writer.backlog())
                .withData("slowEndpoints", dispatcher.slow())
                .withData("waitingEndpoints", dispatcher.waiting())
                .withData("saturated", dispatcher.waiting() > 0)
                .status(moves(sweep.lastProgress()) && moves(writer.lastProgress()))
                .build();
    }

    private boolean moves(Instant lastProgress) {
        return lastProgress != null
                && Duration.between(lastProgress, clock.instant()).compareTo(config.maxSilence()) < 0;
    }
}
