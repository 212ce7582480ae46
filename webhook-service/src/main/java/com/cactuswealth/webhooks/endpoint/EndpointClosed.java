package com.cactuswealth.webhooks.endpoint;

import java.util.UUID;

/** An endpoint was disabled or deleted in the current transaction; what waits for it is of no use any more. */
public record EndpointClosed(UUID id) {}
