package com.cactuswealth.webhooks.eventtype;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;

/**
 * A kind of event that partners can receive.
 *
 * @param type {@code noun.verb_in_past}
 * @param description one line for people
 * @param example a whole request body
 */
public record EventType(
        @NotNull String type,
        @NotNull String description,
        @NotNull JsonNode example) {}
