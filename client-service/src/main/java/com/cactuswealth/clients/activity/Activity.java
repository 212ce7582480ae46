package com.cactuswealth.clients.activity;

import com.cactuswealth.clients.client.Client;
import com.cactuswealth.clients.client.Stage;
import com.cactuswealth.clients.client.StageChange;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that happened to a client, for its timeline. The system writes it and nobody changes it. */
@Entity
@Immutable
class Activity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ActivityKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    Client client;

    UUID actorId;
    Instant happenedAt;

    @Enumerated(EnumType.STRING)
    Stage fromStage;

    @Enumerated(EnumType.STRING)
    Stage toStage;

    UUID fromOwnerId;
    UUID toOwnerId;
    List<String> fields;
    String portfolio;

    protected Activity() {}

    Activity(UUID id, ActivityKind kind, Client client, UUID actorId, Instant happenedAt) {
        this.id = id;
        this.kind = kind;
        this.client = client;
        this.actorId = actorId;
        this.happenedAt = happenedAt;
    }

    static Activity stageChanged(UUID id, Client client, StageChange change) {
        var activity = new Activity(id, ActivityKind.STAGE_CHANGED, client, change.changedBy(), change.changedAt());
        activity.fromStage = change.fromStage();
        activity.toStage = change.toStage();
        return activity;
    }

    /** @param fields names of what changed, never the values */
    static Activity updated(UUID id, Client client, UUID actorId, Instant happenedAt, List<String> fields) {
        var activity = new Activity(id, ActivityKind.CLIENT_UPDATED, client, actorId, happenedAt);
        activity.fields = fields;
        return activity;
    }

    static Activity transferred(UUID id, Client client, UUID fromOwner, UUID actorId, Instant happenedAt) {
        var activity = new Activity(id, ActivityKind.CLIENT_TRANSFERRED, client, actorId, happenedAt);
        activity.fromOwnerId = fromOwner;
        activity.toOwnerId = client.ownerId();
        return activity;
    }

    static Activity portfolioOpened(UUID id, Client client, UUID actorId, Instant happenedAt, String portfolio) {
        var activity = new Activity(id, ActivityKind.PORTFOLIO_OPENED, client, actorId, happenedAt);
        activity.portfolio = portfolio;
        return activity;
    }
}
