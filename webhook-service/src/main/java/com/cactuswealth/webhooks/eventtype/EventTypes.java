package com.cactuswealth.webhooks.eventtype;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of what partners can receive. An event of a type that is not in it stays inside. */
@ApplicationScoped
public class EventTypes {

    /** The type of the event that the test button sends. */
    public static final String TEST = "webhook.test";

    private final List<CatalogueEntry> all;
    private final Map<String, CatalogueEntry> byName;

    EventTypes(ObjectMapper mapper) {
        try (var json = EventTypes.class.getResourceAsStream("/event-types.json")) {
            all = List.copyOf(mapper.readValue(json, new TypeReference<List<CatalogueEntry>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        byName = all.stream().collect(Collectors.toUnmodifiableMap(CatalogueEntry::type, Function.identity()));
    }

    List<EventType> all(Locale language) {
        return all.stream().map(entry -> entry.in(language)).toList();
    }

    public Optional<CatalogueEntry> find(String type) {
        return Optional.ofNullable(byName.get(type));
    }

    /** Whether a pattern ({@code client.created}, {@code client.*} or {@code *}) means at least one type. */
    public boolean anyIsMeantBy(String pattern) {
        return all.stream().anyMatch(entry -> entry.isMeantBy(pattern));
    }
}
