package com.cactuswealth.platform.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event that a service gave up on.
 *
 * @param id the event's id; names it for replay or removal
 * @param stream the stream it came from
 * @param error the last failure
 * @param since when it was given up on
 * @param event the event itself, a CloudEvent; a text when it is not even JSON
 */
public record DeadLetter(
        @NotNull UUID id,
        @NotNull String stream,
        @NotNull String error,
        @NotNull Instant since,

        @JsonRawValue @Schema(implementation = JsonNode.class, required = true)
        String event) {}
