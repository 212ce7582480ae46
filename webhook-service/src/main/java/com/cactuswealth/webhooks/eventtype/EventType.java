package com.cactuswealth.webhooks.eventtype;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;

/**
 * A kind of event that partners can receive.
 *
 * @param type {@code noun.verb_in_past}
 * @param internal whether only endpoints that name it receive it, and none through {@code *} or {@code noun.*}
 * @param description one line for people, in the reader's language
 * @param example a whole request body
 */
public record EventType(
        @NotNull String type,
        @NotNull boolean internal,
        @NotNull String description,
        @NotNull JsonNode example) {}
