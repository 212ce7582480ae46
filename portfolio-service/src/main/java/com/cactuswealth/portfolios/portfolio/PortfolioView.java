package com.cactuswealth.portfolios.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A portfolio on the wire; {@code benchmark} may be null. */
@Schema(name = "Portfolio")
record PortfolioView(UUID id, UUID clientId, String name, String currency, String benchmark, Instant createdAt) {}
