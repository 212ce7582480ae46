package com.cactuswealth.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The events around a service under test: plays other services' streams and reads the service's own. */
@ApplicationScoped
public class TestEvents {

    private final RedisDataSource redis;
    private final ObjectMapper mapper;
    private final AtomicLong sequence = new AtomicLong();

    TestEvents(RedisDataSource redis, ObjectMapper mapper) {
        this.redis = redis;
        this.mapper = mapper;
    }

    /** Publishes an event as another service would; returns its id. */
    public UUID happened(String source, String type, UUID subject, TestUser actor, Map<String, ?> data) {
        var id = UUID.randomUUID();
        publish(source, envelope(id, source, type, subject, actor, data));
        return id;
    }

    /** Publishes what {@link #envelope} made, as often as a test wants the same event delivered. */
    public void publish(String source, String event) {
        redis.stream(String.class).xadd(key(source), Map.of("event", event));
    }

    public String envelope(UUID id, String source, String type, UUID subject, TestUser actor, Map<String, ?> data) {
        return mapper.valueToTree(Map.of(
                        "specversion", "1.0",
                        "id", id.toString(),
                        "source", source,
                        "type", type,
                        "time", Instant.now().toString(),
                        "subject", subject.toString(),
                        "actor", actor.id().toString(),
                        "sequence", Long.toString(sequence.incrementAndGet()),
                        "data", data))
                .toString();
    }

    /** Tells a service under test of a user, as auth-service does. */
    public void registered(TestUser user, TestUser manager) {
        var data = new HashMap<String, Object>(Map.of(
                "id", user.id().toString(),
                "name", user.fullName(),
                "email", user.email(),
                "role", user.role(),
                "active", true));
        data.put("managerId", manager == null ? null : manager.id().toString());
        happened("auth-service", "user.registered", user.id(), TestUser.ADMIN, data);
    }

    /** Everything that a source has published about a subject, oldest first. */
    public List<JsonNode> publishedBy(String source, UUID subject) {
        return redis.stream(String.class).xrange(key(source), StreamRange.of("-", "+")).stream()
                .map(message -> read(message.payload().get("event")))
                .filter(event -> event.path("subject").asText().equals(subject.toString()))
                .toList();
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String key(String source) {
        return "cactus:events:" + source;
    }
}
