package com.cactuswealth.webhooks.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * One request to a partner.
 *
 * @param status HTTP status, null without an answer
 * @param error why there was no answer, null with one
 * @param response at most the first 4 KiB of the answer
 * @param queueMillis how long it waited in memory before the request began
 * @param connectMillis from the beginning until there was a connection; null when there never was
 * @param firstByteMillis from the beginning until the answer began; null when it never did
 * @param totalMillis from the beginning until the answer ended or the request failed
 */
record AttemptView(
        @NotNull Instant startedAt,
        Integer status,
        String error,
        String response,
        @NotNull double queueMillis,
        Double connectMillis,
        Double firstByteMillis,
        @NotNull double totalMillis) {}
