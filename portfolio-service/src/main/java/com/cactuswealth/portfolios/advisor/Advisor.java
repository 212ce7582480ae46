package com.cactuswealth.portfolios.advisor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Someone who may own clients, as auth-service's events tell; for joins. */
@Entity
@Immutable
class Advisor {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // queries read it
    private UUID managerId;

    /** For Hibernate. */
    Advisor() {}

    UUID id() {
        return id;
    }
}
