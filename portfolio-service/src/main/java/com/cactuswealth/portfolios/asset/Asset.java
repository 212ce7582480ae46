package com.cactuswealth.portfolios.asset;

import com.cactuswealth.platform.problem.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that can be held, in the catalogue that the whole firm shares. */
@Entity
class Asset {

    @Id
    private UUID id;

    private String symbol;
    private String name;

    @Enumerated(EnumType.STRING)
    private AssetType type;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String isin;

    private String exchange;
    private String sector;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String country;

    @Column(precision = 12, scale = 6)
    private BigDecimal cedearRatio;

    private Instant createdAt;

    /** For Hibernate. */
    Asset() {}

    /** @throws Problem invalid input when a CEDEAR has no ratio or anything else has one */
    Asset(UUID id, AssetRequest request, Instant createdAt) {
        if ((request.type() == AssetType.CEDEAR) != (request.cedearRatio() != null)) {
            throw Problem.invalid("cedearRatio", "asset.cedearRatio");
        }
        this.id = id;
        this.symbol = request.symbol();
        this.name = request.name();
        this.type = request.type();
        this.currency = request.currency();
        this.isin = request.isin();
        this.exchange = request.exchange();
        this.sector = request.sector();
        this.country = request.country();
        this.cedearRatio = request.cedearRatio();
        this.createdAt = createdAt;
    }

    String symbol() {
        return symbol;
    }

    AssetView view() {
        return new AssetView(
                id,
                symbol,
                name,
                type,
                currency,
                isin,
                exchange,
                sector,
                country,
                cedearRatio == null ? null : cedearRatio.stripTrailingZeros().toPlainString(),
                type.priceUnit(),
                createdAt);
    }
}
