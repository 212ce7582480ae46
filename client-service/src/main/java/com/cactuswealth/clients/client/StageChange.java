package com.cactuswealth.clients.client;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a client entered a stage; the first has no stage before it. */
@Entity
@Immutable
class StageChange {

    @Id
    UUID id;

    UUID clientId;

    @Enumerated(EnumType.STRING)
    Stage fromStage;

    @Enumerated(EnumType.STRING)
    Stage toStage;

    UUID changedBy;
    Instant changedAt;

    protected StageChange() {}

    StageChange(UUID id, UUID clientId, Stage fromStage, Stage toStage, UUID changedBy, Instant changedAt) {
        this.id = id;
        this.clientId = clientId;
        this.fromStage = fromStage;
        this.toStage = toStage;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }
}
