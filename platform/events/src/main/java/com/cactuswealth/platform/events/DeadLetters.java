package com.cactuswealth.platform.events;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.redis.datasource.stream.XAddArgs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The events that this service gave up on, in a Redis stream of its own until someone tries them again or removes them. */
@ApplicationScoped
class DeadLetters {

    private static final long KEPT = 10_000;
    private static final Pattern ENTRY = Pattern.compile("\\d{1,16}-\\d{1,10}");

    private final Streams streams;
    private final String key;

    DeadLetters(Streams streams, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.streams = streams;
        this.key = "cactus:dead-letters:" + service;
    }

    void add(StreamMessage<String, String, String> message, String error) {
        streams.commands()
                .xadd(
                        key,
                        new XAddArgs().maxlen(KEPT).nearlyExactTrimming(),
                        Map.of(
                                Streams.FIELD,
                                message.payload().getOrDefault(Streams.FIELD, "null"),
                                "stream",
                                message.key(),
                                "error",
                                error));
    }

    /** The oldest first, at most {@code limit}. */
    List<DeadLetter> list(int limit) {
        return streams.commands().xrange(key, StreamRange.of("-", "+"), limit).stream()
                .map(DeadLetters::letter)
                .toList();
    }

    DeadLetter get(String id) {
        if (!ENTRY.matcher(id).matches()) {
            throw Problem.notFound("deadLetter");
        }
        return streams.commands().xrange(key, StreamRange.of(id, id)).stream()
                .findFirst()
                .map(DeadLetters::letter)
                .orElseThrow(() -> Problem.notFound("deadLetter"));
    }

    void remove(String id) {
        if (streams.commands().xdel(key, get(id).id()) == 0) {
            throw Problem.notFound("deadLetter");
        }
    }

    private static DeadLetter letter(StreamMessage<String, String, String> message) {
        return new DeadLetter(
                message.id(),
                message.payload().get("stream"),
                message.payload().get("error"),
                Instant.ofEpochMilli(Streams.millis(message.id())),
                message.payload().get(Streams.FIELD));
    }
}
