package com.cactuswealth.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What an operator watches: events that wait, and events that were given up on. Asked every few seconds, not by each scrape. */
@ApplicationScoped
class EventMetrics {

    private static final Logger LOG = Logger.getLogger(EventMetrics.class);

    private final OutboxRelay relay;
    private final EventConsumer consumer;
    private final DeadLetters letters;

    private volatile Duration outboxAge = Duration.ZERO;
    private volatile Duration consumerLag = Duration.ZERO;
    private volatile long deadLetters;

    EventMetrics(OutboxRelay relay, EventConsumer consumer, DeadLetters letters, MeterRegistry registry) {
        this.relay = relay;
        this.consumer = consumer;
        this.letters = letters;
        registry.gauge("cactus.events.outbox.age.seconds", this, metrics -> seconds(metrics.outboxAge));
        registry.gauge("cactus.events.consumer.lag.seconds", this, metrics -> seconds(metrics.consumerLag));
        registry.gauge("cactus.events.dead.letters", this, metrics -> metrics.deadLetters);
        registry.gauge("cactus.events.backpressure", relay, waiting -> waiting.waitsForRedis() ? 1 : 0);
    }

    @Scheduled(every = "15s", delayed = "5s")
    @RunOnVirtualThread
    void refresh() {
        try {
            outboxAge = relay.backlog();
            deadLetters = letters.count();
            consumerLag = consumer.lag();
        } catch (RuntimeException unreachable) {
            LOG.debugf("Gauges of events not refreshed this time: %s", unreachable);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
