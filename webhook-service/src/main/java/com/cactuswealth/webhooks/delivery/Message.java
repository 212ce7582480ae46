package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.platform.events.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.UUID;

/**
 * What partners are told about one event: the same id and the same bytes for each of them and for each attempt.
 *
 * @param id the event's id, by which a partner recognises a repeated delivery
 * @param time when the event happened
 * @param body JSON
 */
record Message(UUID id, String type, Instant time, String body) {

    static Message of(Event event) {
        return of(event.id(), event.type(), event.time(), event.data());
    }

    static Message of(UUID id, String type, Instant time, JsonNode data) {
        var body = JsonNodeFactory.instance.objectNode().put("type", type).put("timestamp", time.toString());
        body.set("data", data);
        return new Message(id, type, time, body.toString());
    }
}
