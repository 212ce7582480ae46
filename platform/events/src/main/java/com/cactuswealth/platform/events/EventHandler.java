package com.cactuswealth.platform.events;

/**
 * Work that a service does when something happened elsewhere. Beans of this type are found by {@link EventConsumer}.
 *
 * <p>Each event is handled in a transaction together with the note that it was handled, so a redelivery finds it done.
 * A handler that throws has its work undone and is tried again; after {@code cactus.events.max-tries} the event goes to
 * the dead letters.
 *
 * <p>Order does not hold in general. Events of one subject come in the order of {@link Event#sequence()} only while one
 * instance consumes and nothing fails: instances share a stream's events, a failed event comes again after later ones, and
 * so does what is replayed after a loss of Redis. Whoever keeps state compares the sequence and lets an older event change
 * nothing.
 */
public interface EventHandler {

    boolean handles(String type);

    /** Must finish within {@code cactus.events.handler-timeout}; remote calls do not belong here. */
    void handle(Event event);
}
