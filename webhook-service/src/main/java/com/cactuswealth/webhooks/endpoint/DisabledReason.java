package com.cactuswealth.webhooks.endpoint;

/** Why an endpoint is disabled. */
public enum DisabledReason {
    /** An administrator did it. */
    BY_HAND,
    /** The partner answered 410. */
    GONE,
    /** Nothing but failures for {@code cactus.webhooks.disable-after}. */
    FAILING
}
