package com.cactuswealth.portfolios.asset;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * An asset on the wire.
 *
 * @param cedearRatio a decimal string, null unless it is a CEDEAR
 * @param priceUnit for how many units a price is quoted: value = quantity × price ÷ priceUnit
 */
record AssetView(
        @NotNull UUID id,
        @NotNull String symbol,
        @NotNull String name,
        @NotNull AssetType type,
        @NotNull String currency,
        String isin,
        String exchange,
        String sector,
        String country,
        String cedearRatio,
        @NotNull int priceUnit,
        @NotNull Instant createdAt) {}
