package com.cactuswealth.notifications.inbox;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * A notification as its reader sees it, over HTTP and over the socket.
 *
 * @param kind what it is about, such as {@code STAGE_CHANGED}; new kinds appear without notice
 * @param title a few words in the reader's language
 * @param text one sentence in the reader's language
 * @param link path in the dashboard where the matter is shown
 * @param readAt null while unread
 */
public record NotificationView(
        @NotNull UUID id,
        @NotNull String kind,
        @NotNull String title,
        @NotNull String text,
        @NotNull String link,
        @NotNull Instant createdAt,
        Instant readAt) {}
