package com.cactuswealth.notifications.inbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notification as its reader sees it, over HTTP and over the socket.
 *
 * @param kind what it is about, such as {@code STAGE_CHANGED}; new kinds appear without notice
 * @param title a few words in the reader's language
 * @param text one sentence in the reader's language
 * @param link path in the dashboard where the matter is shown
 * @param readAt null while unread
 */
@Schema(name = "Notification")
public record NotificationView(
        UUID id, String kind, String title, String text, String link, Instant createdAt, Instant readAt) {}
