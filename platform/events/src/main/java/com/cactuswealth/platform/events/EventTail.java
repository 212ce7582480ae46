package com.cactuswealth.platform.events;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Shows every instance of a service what happens from now on, for what is only worth telling to those who are connected.
 * Nothing is acknowledged and nothing comes twice; who was away asks the database.
 */
@ApplicationScoped
public class EventTail {

    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Streams streams;
    private final Clock clock;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();

    EventTail(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /** Calls the listener, on one thread, with each event that the source publishes from now on. */
    public void follow(String source, Consumer<Event> listener) {
        var follower = new Object() {
            String last;

            void step() {
                if (last == null) {
                    last = streams.lastEntry(source);
                }
                for (var message : streams.readAfter(source, last, WAIT)) {
                    last = message.id();
                    listener.accept(streams.event(message.payload().get(Streams.FIELD)));
                }
            }
        };
        var loop = new Loop("event-tail-" + source, clock, follower::step);
        loops.add(loop);
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loops.forEach(Loop::stop);
    }
}
