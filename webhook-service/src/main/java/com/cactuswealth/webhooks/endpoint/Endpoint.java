package com.cactuswealth.webhooks.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A partner's HTTP endpoint that receives events. */
@Entity
class Endpoint {

    @Id
    private UUID id;

    private String url;
    private String[] eventTypes;
    private String description;

    @Convert(converter = FilterConverter.class)
    private Map<String, List<String>> filter;

    @Enumerated(EnumType.STRING)
    private EndpointState state;

    @Enumerated(EnumType.STRING)
    private DisabledReason disabledReason;

    private byte[] secret;

    /** Read by {@link Subscriptions} alone. */
    @SuppressWarnings("UnusedVariable")
    private byte[] previousSecret;

    private Instant previousSecretUntil;

    /** Written with the results of deliveries, which must not conflict with an administrator's changes. */
    @Column(insertable = false, updatable = false)
    private Instant failingSince;

    private UUID createdBy;

    @Version
    private int version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Endpoint() {}

    /** @param url of the request, checked and in ASCII */
    Endpoint(UUID id, String url, EndpointRequest request, byte[] sealedSecret, UUID creator, Instant now) {
        this.id = id;
        this.url = url;
        this.eventTypes = request.eventTypes().toArray(String[]::new);
        this.description = request.description();
        this.filter = request.filter() == null ? Map.of() : request.filter();
        this.state = EndpointState.ENABLED;
        this.secret = sealedSecret;
        this.createdBy = creator;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** @param newUrl of the patch, checked and in ASCII; null when it has none */
    void change(String newUrl, EndpointPatch patch, Instant now) {
        if (newUrl != null) {
            url = newUrl;
        }
        if (patch.eventTypes() != null) {
            eventTypes = patch.eventTypes().toArray(String[]::new);
        }
        if (patch.description() != null) {
            description = patch.description().isBlank() ? null : patch.description();
        }
        if (patch.filter() != null) {
            filter = patch.filter();
        }
        if (patch.state() != null && patch.state() != state) {
            state = patch.state();
            disabledReason = state == EndpointState.DISABLED ? DisabledReason.BY_HAND : null;
        }
        updatedAt = now;
    }

    void disable(DisabledReason reason, Instant now) {
        state = EndpointState.DISABLED;
        disabledReason = reason;
        updatedAt = now;
    }

    /** The secret before the previous one no longer signs, so that never more than two do. */
    void rotate(byte[] sealedSecret, Instant previousUntil, Instant now) {
        previousSecret = secret;
        previousSecretUntil = previousUntil;
        secret = sealedSecret;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String url() {
        return url;
    }

    List<String> eventTypes() {
        return List.of(eventTypes);
    }

    String description() {
        return description;
    }

    Map<String, List<String>> filter() {
        return filter;
    }

    EndpointState state() {
        return state;
    }

    DisabledReason disabledReason() {
        return disabledReason;
    }

    Instant previousSecretUntil() {
        return previousSecretUntil;
    }

    Instant failingSince() {
        return failingSince;
    }

    UUID createdBy() {
        return createdBy;
    }

    int version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
