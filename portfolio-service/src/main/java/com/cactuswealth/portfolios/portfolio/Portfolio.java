package com.cactuswealth.portfolios.portfolio;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a client holds together and sees valued together. */
@Entity
class Portfolio {

    @Id
    private UUID id;

    private UUID clientId;
    private String name;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private String benchmark;
    private Instant createdAt;

    /** For Hibernate. */
    Portfolio() {}

    Portfolio(UUID id, UUID clientId, PortfolioRequest request, Instant createdAt) {
        this.id = id;
        this.clientId = clientId;
        this.name = request.name();
        this.currency = request.currency();
        this.benchmark = request.benchmark();
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    UUID clientId() {
        return clientId;
    }

    PortfolioView view() {
        return new PortfolioView(id, clientId, name, currency, benchmark, createdAt);
    }
}
