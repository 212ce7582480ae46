package com.cactuswealth.webhooks.delivery;

/** What has become of a delivery. */
enum DeliveryState {
    /** Waits for its first or next attempt. */
    PENDING,
    /** The partner answered 2xx. */
    DELIVERED,
    /** Every attempt of the schedule failed. */
    FAILED,
    /** The endpoint was disabled or deleted before it could be delivered. */
    CANCELLED
}
