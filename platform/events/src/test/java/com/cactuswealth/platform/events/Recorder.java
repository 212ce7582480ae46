package com.cactuswealth.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler that remembers what it handled and fails or waits on demand. */
@ApplicationScoped
class Recorder implements EventHandler {

    private final List<Event> handled = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @Override
    public boolean handles(String type) {
        return type.startsWith("thing.");
    }

    @Override
    public void handle(Event event) {
        tries.computeIfAbsent(event.subject(), subject -> new AtomicInteger()).incrementAndGet();
        var gate = gates.get(event.subject());
        if (gate != null) {
            await(gate);
        }
        if (failing.contains(event.subject())) {
            throw new IllegalStateException("cannot handle " + event.subject());
        }
        handled.add(event);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    List<Event> of(Object subject) {
        return handled.stream()
                .filter(event -> event.subject().equals(subject.toString()))
                .toList();
    }

    void failOn(Object subject) {
        failing.add(subject.toString());
    }

    void heal(Object subject) {
        failing.remove(subject.toString());
    }

    /** How often the handler was called for a subject. */
    int tries(Object subject) {
        var count = tries.get(subject.toString());
        return count == null ? 0 : count.get();
    }

    /** Keeps the consumer busy with a subject until it is let go. */
    void hold(Object subject) {
        gates.put(subject.toString(), new CountDownLatch(1));
    }

    void letGo(Object subject) {
        gates.get(subject.toString()).countDown();
    }
}
