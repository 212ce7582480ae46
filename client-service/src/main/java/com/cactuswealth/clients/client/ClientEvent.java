package com.cactuswealth.clients.client;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * Data of the events about a client but {@code client.status_changed} and {@code client.transferred}; notes stay in the
 * house.
 */
@RegisterForReflection
record ClientEvent(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String phone,
        RiskProfile riskProfile,
        Stage stage,
        LeadSource leadSource,
        String portfolioName,
        UUID ownerId,
        Instant createdAt,
        Instant updatedAt) {

    static ClientEvent of(Client client) {
        return new ClientEvent(
                client.id(),
                client.firstName(),
                client.lastName(),
                client.email(),
                client.phone(),
                client.riskProfile(),
                client.stage(),
                client.leadSource(),
                client.portfolioName(),
                client.ownerId(),
                client.createdAt(),
                client.updatedAt());
    }

    /** Data of {@code client.status_changed}. */
    @RegisterForReflection
    record StatusChanged(UUID id, String firstName, String lastName, UUID ownerId, Stage fromStage, Stage toStage) {

        static StatusChanged of(Client client, StageChange change) {
            return new StatusChanged(
                    client.id(),
                    client.firstName(),
                    client.lastName(),
                    client.ownerId(),
                    change.fromStage(),
                    change.toStage());
        }
    }

    /** Data of {@code client.transferred}. */
    @RegisterForReflection
    record Transferred(UUID id, String firstName, String lastName, UUID fromOwnerId, UUID ownerId) {

        static Transferred of(Client client, UUID fromOwner) {
            return new Transferred(client.id(), client.firstName(), client.lastName(), fromOwner, client.ownerId());
        }
    }
}
