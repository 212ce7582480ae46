package com.cactuswealth.clients.client;

import com.cactuswealth.platform.money.Money;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A client on the wire.
 *
 * @param email null only where there is a phone
 * @param archivedAt null unless the client is archived
 */
record ClientView(
        @NotNull UUID id,
        @NotNull String firstName,
        @NotNull String lastName,
        String email,
        String phone,
        @NotNull RiskProfile riskProfile,
        @NotNull Stage stage,
        @NotNull Instant stageSince,
        LeadSource leadSource,
        String notes,
        String liveNotes,
        String portfolioName,
        UUID referredByClientId,
        Money savingsCapacity,
        @NotNull UUID ownerId,
        @Schema(required = true) int version,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt,
        Instant archivedAt) {

    static ClientView of(Client client) {
        return new ClientView(
                client.id(),
                client.firstName(),
                client.lastName(),
                client.email(),
                client.phone(),
                client.riskProfile(),
                client.stage(),
                client.stageSince(),
                client.leadSource(),
                client.notes(),
                client.liveNotes(),
                client.portfolioName(),
                client.referredByClientId(),
                client.savingsCapacity(),
                client.ownerId(),
                client.version(),
                client.createdAt(),
                client.updatedAt(),
                client.archivedAt());
    }
}
