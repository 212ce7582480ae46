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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what this instance holds leases on, each endpoint in its own lane. Everything is bounded; what finds no room
 * waits in the database, where the sweep finds it. Of what all lanes share, slow ones may use half and new ones three
 * quarters, so that the healthy find room however many partners hang.
 */
@ApplicationScoped
class Dispatcher {

    private final Sender sender;
    private final OutcomeWriter writer;
    private final Vertx vertx;
    private final WebhooksConfig config;
    private final Clock clock;

    private final Map<UUID, Lane> lanes = new HashMap<>();

    /** Lanes with work whose share is used up, in the order of their turns. */
    private final Set<Lane> waiting = new LinkedHashSet<>();

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
        meters.gauge("cactus.webhooks.endpoints.waiting", this, Dispatcher::waiting);
        meters.gauge("cactus.webhooks.endpoints.slow", this, Dispatcher::slow);
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
        if (closed || room(lane, System.nanoTime()) <= 0) {
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

    /** How many jobs of each endpoint the sweep may bring, in the given order; together at most {@link #free}. */
    synchronized Map<UUID, Integer> room(List<UUID> endpoints) {
        var now = System.nanoTime();
        var rooms = new LinkedHashMap<UUID, Integer>();
        for (var endpoint : endpoints) {
            var room = room(lane(endpoint), now);
            if (room > 0) {
                rooms.put(endpoint, room);
            }
        }
        return rooms;
    }

    /** How many more jobs there is memory for. */
    synchronized int free() {
        return Math.max(0, config.queued() - held);
    }

    private int room(Lane lane, long now) {
        var shared =
                switch (lane.health(now)) {
                    case HEALTHY -> config.queued();
                    case NEW -> threeQuarters(config.queued());
                    case SLOW -> half(config.queued());
                };
        return Math.min(lane.room(now), shared - held);
    }

    /** Takes back what slow lanes hold beyond their room, because it would wait long and keep others out of memory. */
    synchronized List<Job> shed() {
        var now = System.nanoTime();
        var shed = new ArrayList<Job>();
        for (var lane : lanes.values()) {
            while (lane.room(now) < 0 && !lane.queue.isEmpty()) {
                shed.add(lane.queue.removeLast());
                lane.overflowed = true;
                lane.held--;
                held--;
            }
        }
        return shed;
    }

    /** What the sweep brought for an endpoint filled its room, so there may be more. */
    synchronized void overflowed(UUID endpoint) {
        lane(endpoint).overflowed = true;
    }

    /** Waits until a lane is empty that has more in the database, at most for that time; slow lanes hurry nobody. */
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

    /** How many endpoints have work and no share of what may be in flight. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** How many endpoints answer late, not at all, or only with failures. */
    synchronized int slow() {
        var now = System.nanoTime();
        return Math.toIntExact(lanes.values().stream()
                .filter(lane -> lane.health(now) == Lane.Health.SLOW)
                .count());
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
        return lanes.computeIfAbsent(endpoint, id -> new Lane(vertx.getOrCreateContext(), config));
    }

    /** Each waiting lane begins one request in its turn, until none may begin another. */
    private synchronized void resume() {
        var turns = List.copyOf(waiting);
        waiting.clear();
        while (!turns.isEmpty()) {
            turns = turns.stream().filter(this::begin).toList();
        }
    }

    private synchronized void pump(Lane lane) {
        while (begin(lane)) {
            // the next one
        }
    }

    /** Begins one request of a lane, unless it has nothing to send or as much in flight as it may. */
    private boolean begin(Lane lane) {
        if (closed || lane.queue.isEmpty() || lane.inFlight >= lane.limit()) {
            return false;
        }
        var now = System.nanoTime();
        if (inFlight + writer.backlog() >= share(lane, now)) {
            waiting.add(lane);
            return false;
        }
        lane.begun(now);
        inFlight++;
        var job = lane.queue.poll();
        lane.context.runOnContext(ignored -> sender.send(job).onComplete(sent -> finished(lane, sent.result())));
        return true;
    }

    /** A second request at a time has a smaller share than the first, so that every healthy lane can have one. */
    private int share(Lane lane, long now) {
        var first = lane.inFlight == 0;
        var all = config.inFlight();
        return switch (lane.health(now)) {
            case HEALTHY -> first ? all : threeQuarters(all);
            case NEW -> first ? threeQuarters(all) : half(all);
            case SLOW -> half(all);
        };
    }

    private static int threeQuarters(int all) {
        return all - all / 4;
    }

    private static int half(int all) {
        return all - all / 2;
    }

    /** Hands the outcome over while it holds the lock, so that {@link #resume} sees it in flight or written, not both. */
    private synchronized void finished(Lane lane, Outcome outcome) {
        writer.add(outcome);
        var now = System.nanoTime();
        lane.ended(now);
        lane.held--;
        inFlight--;
        held--;
        if (outcome instanceof Attempted attempted) {
            lane.answered(attempted.answer());
        }
        pump(lane);
        if (lane.overflowed && lane.queue.isEmpty() && lane.health(now) != Lane.Health.SLOW) {
            lane.overflowed = false;
            drained.release();
        }
    }
}
