package com.cactuswealth.clients.client;

import com.cactuswealth.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A client on the wire. */
record ClientView(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String phone,
        RiskProfile riskProfile,
        Stage stage,
        LeadSource leadSource,
        String notes,
        String liveNotes,
        String portfolioName,
        UUID referredByClientId,
        Money savingsCapacity,
        UUID ownerId,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static ClientView of(Client client) {
        return new ClientView(
                client.id(),
                client.firstName(),
                client.lastName(),
                client.email(),
                client.phone(),
                client.riskProfile(),
                client.stage(),
                client.leadSource(),
                client.notes(),
                client.liveNotes(),
                client.portfolioName(),
                client.referredByClientId(),
                client.savingsCapacity(),
                client.ownerId(),
                client.version(),
                client.createdAt(),
                client.updatedAt());
    }
}
