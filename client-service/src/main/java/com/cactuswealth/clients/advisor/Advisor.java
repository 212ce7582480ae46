package com.cactuswealth.clients.advisor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Someone of the firm, who may own clients; read only here, the platform keeps it current. */
@Entity
@Immutable
public class Advisor {

    @Id
    UUID id;

    String name;
    String role;
    UUID managerId;
    boolean active;

    protected Advisor() {}
}
