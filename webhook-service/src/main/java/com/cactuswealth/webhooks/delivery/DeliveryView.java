package com.cactuswealth.webhooks.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery in the log.
 *
 * @param eventId the {@code webhook-id} that the partner sees
 * @param nextAttemptAt null unless pending; while an attempt is under way, when another instance would take over
 * @param lastStatus HTTP status of the last attempt, null without an answer
 * @param lastError why the last attempt had no answer, null with one
 */
record DeliveryView(
        UUID id,
        UUID endpointId,
        UUID eventId,
        String eventType,
        Instant eventTime,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        Integer lastStatus,
        String lastError,
        Instant createdAt,
        Instant finishedAt) {}
