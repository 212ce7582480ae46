package com.cactuswealth.webhooks.endpoint;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An endpoint as its administrator sees it.
 *
 * @param disabledReason null unless disabled
 * @param failingSince the first failure after the last success; null while deliveries succeed
 * @param previousSecretUntil until when the secret before the last rotation signs too; null without a rotation
 * @param secret shown once, in the answer that made the endpoint; null ever after
 */
record EndpointView(
        @NotNull UUID id,
        @NotNull String url,
        @NotNull List<String> eventTypes,
        String description,
        Map<String, List<String>> filter,
        @NotNull EndpointState state,
        DisabledReason disabledReason,
        Instant failingSince,
        Instant previousSecretUntil,
        @NotNull UUID createdBy,
        @NotNull int version,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt,
        String secret) {

    static EndpointView of(Endpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointView of(Endpoint endpoint, String secret) {
        return new EndpointView(
                endpoint.id(),
                endpoint.url(),
                endpoint.eventTypes(),
                endpoint.description(),
                endpoint.filter(),
                endpoint.state(),
                endpoint.disabledReason(),
                endpoint.failingSince(),
                endpoint.previousSecretUntil(),
                endpoint.createdBy(),
                endpoint.version(),
                endpoint.createdAt(),
                endpoint.updatedAt(),
                secret);
    }
}
