package com.cactuswealth.webhooks.eventtype;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of what partners can receive. An event of a type that is not in it stays inside. */
@ApplicationScoped
public class EventTypes {

    /** The type of the event that the test button sends. */
    public static final String TEST = "webhook.test";

    private static final String ANY = "*";

    private final List<EventType> all;
    private final Set<String> names;

    EventTypes(ObjectMapper mapper) {
        try (var json = EventTypes.class.getResourceAsStream("/event-types.json")) {
            all = List.copyOf(mapper.readValue(json, new TypeReference<List<EventType>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        names = all.stream().map(EventType::type).collect(Collectors.toUnmodifiableSet());
    }

    List<EventType> all() {
        return all;
    }

    public boolean contains(String type) {
        return names.contains(type);
    }

    /** Whether a pattern ({@code client.created}, {@code client.*} or {@code *}) means at least one type. */
    public boolean anyMatches(String pattern) {
        return names.stream().anyMatch(type -> matches(pattern, type));
    }

    /** Whether a pattern means this type. */
    public static boolean matches(String pattern, String type) {
        return pattern.equals(ANY)
                || pattern.equals(type)
                || (pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
