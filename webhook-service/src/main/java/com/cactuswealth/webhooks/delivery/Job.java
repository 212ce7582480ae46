package com.cactuswealth.webhooks.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this instance holds a lease on.
 *
 * @param attempts how many were made before
 * @param leaseUntil when another instance may take it
 * @param takenNanos {@link System#nanoTime()} when this instance took it
 */
record Job(UUID deliveryId, UUID endpointId, Message message, int attempts, Instant leaseUntil, long takenNanos) {}
