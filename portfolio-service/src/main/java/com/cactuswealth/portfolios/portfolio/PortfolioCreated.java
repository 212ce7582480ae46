package com.cactuswealth.portfolios.portfolio;

import com.cactuswealth.portfolios.client.Client;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The data of {@code portfolio.created}. */
@RegisterForReflection
record PortfolioCreated(
        UUID id, String name, String currency, UUID clientId, String clientName, UUID ownerId, Instant createdAt) {

    static PortfolioCreated of(PortfolioView portfolio, Client client) {
        return new PortfolioCreated(
                portfolio.id(),
                portfolio.name(),
                portfolio.currency(),
                client.id(),
                client.name(),
                client.ownerId(),
                portfolio.createdAt());
    }
}
