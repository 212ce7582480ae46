package com.cactuswealth.portfolios.asset;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An asset on the wire.
 *
 * @param cedearRatio a decimal string, null unless it is a CEDEAR
 * @param priceUnit for how many units a price is quoted: value = quantity × price ÷ priceUnit
 */
@Schema(name = "Asset")
record AssetView(
        UUID id,
        String symbol,
        String name,
        AssetType type,
        String currency,
        String isin,
        String exchange,
        String sector,
        String country,
        String cedearRatio,
        int priceUnit,
        Instant createdAt) {}
