package com.cactuswealth.webhooks.eventtype;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of event in {@code event-types.json}.
 *
 * @param type {@code noun.verb_in_past}
 * @param internal whether it tells of people or of the firm's own set-up, so that only endpoints that name it receive it
 * @param description one line for people, by language
 * @param example a whole request body
 */
@RegisterForReflection
public record CatalogueEntry(String type, boolean internal, Map<String, String> description, JsonNode example) {

    private static final String ANY = "*";

    /** Whether a pattern ({@code client.created}, {@code client.*} or {@code *}) means this type. */
    public boolean isMeantBy(String pattern) {
        if (pattern.equals(type)) {
            return true;
        }
        return !internal
                && (pattern.equals(ANY)
                        || (pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1))));
    }

    EventType in(Locale language) {
        return new EventType(type, internal, description.get(language.getLanguage()), example);
    }
}
