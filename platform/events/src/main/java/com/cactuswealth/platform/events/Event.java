package com.cactuswealth.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened, as a CloudEvents 1.0 event.
 *
 * @param id unique; the key by which consumers recognise a redelivery
 * @param source the service it happened in
 * @param type {@code noun.verb_in_past}, such as {@code client.status_changed}
 * @param time when it happened
 * @param subject the id of the aggregate it happened to
 * @param actor the user who caused it, empty for the system itself
 * @param sequence rises within a source in the order of appending; two events of one subject never share it
 * @param data what happened, in the shape that the type's schema tells
 */
public record Event(
        UUID id,
        String source,
        String type,
        Instant time,
        String subject,
        Optional<UUID> actor,
        long sequence,
        JsonNode data) {

    String toJson(ObjectMapper mapper) {
        var node = mapper.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", source)
                .put("type", type)
                .put("time", time.toString())
                .put("subject", subject)
                .put("sequence", Long.toString(sequence))
                .put("datacontenttype", "application/json");
        actor.ifPresent(user -> node.put("actor", user.toString()));
        node.set("data", data);
        return node.toString();
    }

    /** Reads what {@link #toJson} wrote; attributes that a later version adds are ignored. */
    static Event fromJson(ObjectMapper mapper, String json) {
        try {
            var node = mapper.readTree(json);
            return new Event(
                    UUID.fromString(node.path("id").asText()),
                    node.path("source").asText(),
                    node.path("type").asText(),
                    Instant.parse(node.path("time").asText()),
                    node.path("subject").asText(),
                    Optional.ofNullable(node.path("actor").textValue()).map(UUID::fromString),
                    Long.parseLong(node.path("sequence").asText()),
                    node.path("data"));
        } catch (JsonProcessingException | RuntimeException malformed) {
            throw new IllegalArgumentException("Not an event of ours", malformed);
        }
    }

    /** The id by which its failures are counted: its own or, where it has none, one that its content has for ever. */
    static UUID idOf(ObjectMapper mapper, String json) {
        try {
            return fromJson(mapper, json).id();
        } catch (IllegalArgumentException malformed) {
            return UUID.nameUUIDFromBytes(json.getBytes(UTF_8));
        }
    }
}
