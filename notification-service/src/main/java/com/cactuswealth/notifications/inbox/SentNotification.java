package com.cactuswealth.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * The data of {@code notification.sent}, by which every instance of this service, of this version or another, learns
 * what to show to those who are connected to it.
 *
 * @param userId whom it is for
 * @param title in Spanish, for consumers that do not translate
 * @param text in Spanish
 * @param parameters what {@code kind} needs to say it in another language
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record SentNotification(
        UUID id,
        UUID userId,
        String kind,
        String title,
        String text,
        String link,
        Instant createdAt,
        Map<String, String> parameters) {

    /** In the reader's language, or in Spanish when only a newer version of this service knows the kind. */
    public NotificationView view(Language language) {
        var known = Arrays.stream(Kind.values())
                .filter(candidate -> parameters != null && candidate.name().equals(kind))
                .findFirst();
        return new NotificationView(
                id,
                kind,
                known.map(its -> its.title(language)).orElse(title),
                known.map(its -> its.text(language, parameters)).orElse(text),
                link,
                createdAt,
                null);
    }
}
