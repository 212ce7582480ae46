package com.cactuswealth.platform.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        @NotNull String id,
        @NotNull String stream,
        @NotNull String error,
        @NotNull Instant since,

        @JsonRawValue @Schema(implementation = JsonNode.class, required = true)
        String event) {}
