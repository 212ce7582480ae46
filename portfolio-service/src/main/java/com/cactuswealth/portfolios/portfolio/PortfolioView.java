package com.cactuswealth.portfolios.portfolio;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** A portfolio on the wire; {@code benchmark} may be null. */
record PortfolioView(
        @NotNull UUID id,
        @NotNull UUID clientId,
        @NotNull String name,
        @NotNull String currency,
        String benchmark,
        @NotNull Instant createdAt) {}
