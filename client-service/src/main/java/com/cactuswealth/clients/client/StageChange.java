package com.cactuswealth.clients.client;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a client left a stage for another; the first has no stage before it. */
@Entity
@Immutable
public class StageChange {

    private static final Duration CORRECTION = Duration.ofMinutes(1);

    @Id
    UUID id;

    UUID clientId;

    @Enumerated(EnumType.STRING)
    Stage fromStage;

    /** When the stage left had been entered: the stay that ended now. */
    Instant fromSince;

    @Enumerated(EnumType.STRING)
    Stage toStage;

    UUID changedBy;
    Instant changedAt;

    protected StageChange() {}

    StageChange(
            UUID id,
            UUID clientId,
            Stage fromStage,
            Instant fromSince,
            Stage toStage,
            UUID changedBy,
            Instant changedAt) {
        this.id = id;
        this.clientId = clientId;
        this.fromStage = fromStage;
        this.fromSince = fromSince;
        this.toStage = toStage;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    /** Whether a change at that time may still be taken back. */
    static boolean isRecent(Instant changedAt, Instant now) {
        return now.isBefore(changedAt.plus(CORRECTION));
    }

    /** Whether putting the client into a stage corrects this change: its author puts the client back within a minute. */
    boolean isTakenBack(Stage next, UUID by, Instant now) {
        return next == fromStage && by.equals(changedBy) && isRecent(changedAt, now);
    }

    Instant fromSince() {
        return fromSince;
    }

    public Stage fromStage() {
        return fromStage;
    }

    public Stage toStage() {
        return toStage;
    }

    public UUID changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
