package com.cactuswealth.webhooks.eventtype;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A kind of event that partners can receive.
 *
 * @param type {@code noun.verb_in_past}
 * @param description one line for people
 * @param example a whole request body
 */
public record EventType(String type, String description, JsonNode example) {}
