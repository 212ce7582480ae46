package com.cactuswealth.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that remembers what it handled and fails on demand. */
@ApplicationScoped
class Recorder implements EventHandler {

    private final List<Event> handled = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @Override
    public boolean handles(String type) {
        return type.startsWith("thing.");
    }

    @Override
    public void handle(Event event) {
        if (failing.contains(event.subject())) {
            throw new IllegalStateException("cannot handle " + event.subject());
        }
        handled.add(event);
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
}
