package com.cactuswealth.portfolios.client;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Whose portfolios these are, as client-service's events tell. */
@Entity
@Immutable
public class Client {

    @Id
    private UUID id;

    private String name;
    private UUID ownerId;
    private boolean archived;

    /** For Hibernate. */
    Client() {}

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UUID ownerId() {
        return ownerId;
    }

    boolean archived() {
        return archived;
    }
}
