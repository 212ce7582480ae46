package com.cactuswealth.webhooks.delivery;

import jakarta.validation.constraints.NotNull;
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
        @NotNull UUID id,
        @NotNull UUID endpointId,
        @NotNull UUID eventId,
        @NotNull String eventType,
        @NotNull Instant eventTime,
        @NotNull DeliveryState state,
        @NotNull int attempts,
        Instant nextAttemptAt,
        Integer lastStatus,
        String lastError,
        @NotNull Instant createdAt,
        Instant finishedAt) {}
