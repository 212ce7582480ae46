package com.cactuswealth.platform.events;

/** The database refused a read or write of an event; the caller's transaction rolls back. */
class EventStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EventStoreException(Exception cause) {
        super(cause);
    }
}
