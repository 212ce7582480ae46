package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.platform.events.Loop;
import com.cactuswealth.webhooks.WebhooksConfig;
import com.cactuswealth.webhooks.endpoint.EndpointState;
import com.cactuswealth.webhooks.endpoint.Subscription;
import com.cactuswealth.webhooks.endpoint.Subscriptions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Brings to the dispatcher what is due in the database, and begins and ends all sending. */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(3);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final OutcomeWriter writer;
    private final WebhooksConfig config;
    private final Loop loop;

    Sweep(
            Subscriptions subscriptions,
            Deliveries deliveries,
            Dispatcher dispatcher,
            OutcomeWriter writer,
            WebhooksConfig config,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.writer = writer;
        this.config = config;
        this.loop = new Loop("webhook-sweep", clock, this::step);
    }

    void start(@Observes StartupEvent started) {
        writer.start();
        loop.start();
    }

    /** Requests that are under way get a moment to end; what has not begun is left to others at once. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        loop.stop();
        var left = dispatcher.close();
        var deadline = System.nanoTime() + LAST_REQUESTS.toNanos();
        while (dispatcher.inFlight() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        try {
            writer.stop();
            giveBack(left);
        } catch (RuntimeException unreachable) {
            LOG.warnf("Leases end by themselves, because they could not be given back: %s", unreachable.getMessage());
        }
    }

    Instant lastProgress() {
        return loop.lastProgress();
    }

    private void step() {
        try {
            dispatcher.awaitDrained(config.sweep());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        subscriptions.refresh();
        dispatcher.keepOnly(subscriptions.all().stream().map(Subscription::id).collect(Collectors.toSet()));
        giveBack(dispatcher.shed());
        var room = dispatcher.room(enabledInRandomOrder());
        if (!room.isEmpty()) {
            claim(room);
        }
    }

    /** So that no endpoint is always the one for which there is no memory left. */
    private List<UUID> enabledInRandomOrder() {
        var enabled = subscriptions.all().stream()
                .filter(endpoint -> endpoint.state() == EndpointState.ENABLED)
                .map(Subscription::id)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(enabled);
        return enabled;
    }

    private void claim(Map<UUID, Integer> room) {
        var found = new HashMap<UUID, Integer>();
        var refused = new ArrayList<Job>();
        for (var job : deliveries.claim(room, dispatcher.free(), dispatcher.leaseFromNow())) {
            found.merge(job.endpointId(), 1, Integer::sum);
            if (dispatcher.reserve(job.endpointId())) {
                dispatcher.submit(job);
            } else {
                refused.add(job);
            }
        }
        giveBack(refused);
        found.forEach((endpoint, count) -> {
            if (count.equals(room.get(endpoint))) {
                dispatcher.overflowed(endpoint);
            }
        });
    }

    private void giveBack(List<Job> jobs) {
        if (!jobs.isEmpty()) {
            deliveries.giveBack(jobs);
        }
    }
}
