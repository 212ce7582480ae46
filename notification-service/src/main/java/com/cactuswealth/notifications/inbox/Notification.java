package com.cactuswealth.notifications.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that one user was told. Never changes, except that it is read once. */
@Entity
class Notification {

    @Id
    private UUID id;

    @Generated
    @Column(insertable = false, updatable = false)
    private long position;

    private UUID userId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> parameters;

    private String link;

    @SuppressWarnings("UnusedVariable") // the database refuses to tell the same twice
    private UUID eventId;

    private Instant createdAt;
    private Instant readAt;

    /** For Hibernate. */
    Notification() {}

    Notification(
            UUID id,
            UUID userId,
            Kind kind,
            Map<String, String> parameters,
            String link,
            UUID eventId,
            Instant createdAt) {
        this.id = id;
        this.userId = userId;
        this.kind = kind;
        this.parameters = Map.copyOf(parameters);
        this.link = link;
        this.eventId = eventId;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    long position() {
        return position;
    }

    /** Reading again changes nothing: the first time counts. */
    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    NotificationView view(Language language) {
        return new NotificationView(
                id, kind.name(), kind.title(language), kind.text(language, parameters), link, createdAt, readAt);
    }

    SentNotification sent() {
        return new SentNotification(
                id,
                userId,
                kind.name(),
                kind.title(Language.SPANISH),
                kind.text(Language.SPANISH, parameters),
                link,
                createdAt,
                parameters);
    }
}
