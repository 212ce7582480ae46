package com.cactuswealth.webhooks.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param secret shown once, in the answer that made the endpoint; absent ever after
 */
record EndpointView(
        UUID id,
        String url,
        List<String> eventTypes,
        String description,
        Map<String, List<String>> filter,
        EndpointState state,
        DisabledReason disabledReason,
        Instant failingSince,
        Instant previousSecretUntil,
        UUID createdBy,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

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
