package com.cactuswealth.webhooks.endpoint;

import com.cactuswealth.webhooks.egress.Target;
import com.cactuswealth.webhooks.eventtype.CatalogueEntry;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What sending needs of an endpoint, ready to use. It holds open secrets, so it has no text form. */
public final class Subscription {

    private final UUID id;
    private final int version;
    private final EndpointState state;
    private final Target target;
    private final List<String> eventTypes;
    private final Map<JsonPointer, Set<String>> filter;
    private final byte[] secret;
    private final byte[] previousSecret;
    private final Instant previousSecretUntil;

    /** @param previousSecret null when there is none */
    Subscription(
            UUID id,
            int version,
            EndpointState state,
            Target target,
            List<String> eventTypes,
            Map<JsonPointer, Set<String>> filter,
            byte[] secret,
            byte[] previousSecret,
            Instant previousSecretUntil) {
        this.id = id;
        this.version = version;
        this.state = state;
        this.target = target;
        this.eventTypes = eventTypes;
        this.filter = filter;
        this.secret = secret;
        this.previousSecret = previousSecret;
        this.previousSecretUntil = previousSecretUntil;
    }

    public UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    public EndpointState state() {
        return state;
    }

    public Target target() {
        return target;
    }

    public boolean wants(CatalogueEntry type, JsonNode data) {
        return eventTypes.stream().anyMatch(type::isMeantBy)
                && filter.entrySet().stream()
                        .allMatch(rule ->
                                rule.getValue().contains(data.at(rule.getKey()).asText()));
    }

    /** The secrets that sign now, the newest first. */
    public List<byte[]> secrets(Instant now) {
        return previousSecret != null && now.isBefore(previousSecretUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }
}
