package com.cactuswealth.platform.events;

/**
 * Work that a service does when something happened elsewhere. Beans of this type are found by {@link EventConsumer}.
 *
 * <p>Each event is handled in a transaction together with the note that it was handled, so a redelivery finds it done.
 * A handler that throws has its work undone and is tried again; after {@code cactus.events.max-tries} the event goes to
 * the dead letters. Events of one subject arrive in order, except that a failed one comes again after later ones:
 * whoever keeps state compares {@link Event#sequence()}.
 */
public interface EventHandler {

    boolean handles(String type);

    /** Must finish within {@code cactus.events.handler-timeout}; remote calls do not belong here. */
    void handle(Event event);
}
