package com.cactuswealth.platform.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * An event that a service gave up on.
 *
 * @param id names it for replay or removal
 * @param stream the stream it came from
 * @param error the last failure
 * @param since when it was given up on
 * @param event the event itself, a CloudEvent
 */
public record DeadLetter(
        String id,
        String stream,
        String error,
        Instant since,
        @JsonRawValue String event) {}
