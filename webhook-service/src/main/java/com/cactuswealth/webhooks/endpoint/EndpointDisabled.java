package com.cactuswealth.webhooks.endpoint;

import java.util.UUID;

/** Data of the event {@code webhook.endpoint_disabled}. */
record EndpointDisabled(UUID id, String url, DisabledReason reason, UUID createdBy) {}
