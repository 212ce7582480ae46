package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.WebhooksConfig;
import com.cactuswealth.webhooks.delivery.Outcome.Attempted;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what this instance holds leases on, each endpoint in its own lane. Everything is bounded; what finds no room
 * waits in the database, where the sweep finds it.
 */
@ApplicationScoped
class Dispatcher {

    private final Sender sender;
    private final OutcomeWriter writer;
    private final Vertx vertx;
    private final WebhooksConfig config;
    private final Clock clock;

    private final Map<UUID, Lane> lanes = new HashMap<>();
    private final Set<Lane> stalled = new LinkedHashSet<>();
    private final Semaphore drained = new Semaphore(0);
    private int held;
    private int inFlight;
    private boolean closed;

    Dispatcher(
            Sender sender,
            OutcomeWriter writer,
            Vertx vertx,
            WebhooksConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.sender = sender;
        this.writer = writer;
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
        meters.gauge("cactus.webhooks.in.flight", this, Dispatcher::inFlight);
        meters.gauge("cactus.webhooks.queued", this, Dispatcher::queued);
        writer.whenWritten(this::resume);
    }

    Instant now() {
        return clock.instant();
    }

    Instant leaseFromNow() {
        return now().plus(config.requestTimeout()).plus(config.leaseMargin());
    }

    /** Makes room for one job; false when there is none, so that no lease may be taken. */
    synchronized boolean reserve(UUID endpoint) {
        var lane = lane(endpoint);
        if (closed || held >= config.queued() || lane.room() == 0) {
            lane.overflowed = true;
            return false;
        }
        lane.held++;
        held++;
        return true;
    }

    /** Gives back what {@link #reserve} made and {@link #submit} does not need. */
    synchronized void release(UUID endpoint) {
        lane(endpoint).held--;
        held--;
    }

    /** Sends a job that {@link #reserve} made room for. */
    synchronized void submit(Job job) {
        var lane = lane(job.endpointId());
        lane.queue.add(job);
        pump(lane);
    }

    /** How many jobs of an endpoint the sweep may bring. */
    synchronized int room(UUID endpoint) {
        var lane = lanes.get(endpoint);
        var free = Math.max(0, config.queued() - held);
        if (lane == null) {
            return Math.min(free, config.inFlightPerEndpoint() + config.queuedPerEndpoint());
        }
        return Math.min(free, lane.room());
    }

    /** What the sweep brought for an endpoint filled its room, so there may be more. */
    synchronized void overflowed(UUID endpoint) {
        lane(endpoint).overflowed = true;
    }

    /** Waits until a lane is empty that has more in the database, at most for that time. */
    void awaitDrained(Duration atMost) throws InterruptedException {
        drained.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        drained.drainPermits();
    }

    /** Forgets the lanes of endpoints that are gone. */
    synchronized void keepOnly(Set<UUID> endpoints) {
        lanes.entrySet().removeIf(lane -> lane.getValue().held == 0 && !endpoints.contains(lane.getKey()));
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized int queued() {
        return held - inFlight;
    }

    /** Starts nothing any more; returns what was not started. */
    synchronized List<Job> close() {
        closed = true;
        var left = new ArrayList<Job>();
        for (var lane : lanes.values()) {
            left.addAll(lane.queue);
            lane.held -= lane.queue.size();
            held -= lane.queue.size();
            lane.queue.clear();
        }
        return left;
    }

    private Lane lane(UUID endpoint) {
        return lanes.computeIfAbsent(
                endpoint,
                id -> new Lane(vertx.getOrCreateContext(), config.inFlightPerEndpoint(), config.queuedPerEndpoint()));
    }

    private synchronized void resume() {
        for (var lane : List.copyOf(stalled)) {
            stalled.remove(lane);
            pump(lane);
        }
    }

    private synchronized void pump(Lane lane) {
        while (!closed && !lane.queue.isEmpty() && lane.inFlight < lane.width()) {
            if (inFlight + writer.backlog() >= config.inFlight()) {
                stalled.add(lane);
                return;
            }
            lane.inFlight++;
            inFlight++;
            var job = lane.queue.poll();
            lane.context.runOnContext(ignored -> sender.send(job).onComplete(sent -> finished(lane, sent.result())));
        }
    }

    private void finished(Lane lane, Outcome outcome) {
        writer.add(outcome);
        synchronized (this) {
            lane.inFlight--;
            lane.held--;
            inFlight--;
            held--;
            if (outcome instanceof Attempted attempted) {
                lane.answered(attempted.answer().accepted());
            }
            pump(lane);
            if (lane.overflowed && lane.queue.isEmpty()) {
                lane.overflowed = false;
                drained.release();
            }
        }
    }
}
