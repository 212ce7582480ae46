package com.cactuswealth.auth.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A refresh token that was given out; the token itself is known to its bearer only. */
@Entity
class RefreshToken {

    @Id
    private byte[] hash;

    private UUID familyId;
    private UUID userId;
    private Instant signedInAt;
    private Instant expiresAt;
    private Instant usedAt;
    private byte[] successor;

    protected RefreshToken() {}

    RefreshToken(byte[] hash, UUID familyId, UUID userId, Instant signedInAt, Instant expiresAt) {
        this.hash = hash.clone();
        this.familyId = familyId;
        this.userId = userId;
        this.signedInAt = signedInAt;
        this.expiresAt = expiresAt;
    }

    UUID familyId() {
        return familyId;
    }

    UUID userId() {
        return userId;
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** When the family began. */
    Instant signedInAt() {
        return signedInAt;
    }

    void use(Instant now, byte[] sealedSuccessor) {
        usedAt = now;
        successor = sealedSuccessor.clone();
    }

    /** The encrypted token that replaced this one, when that was after the given time. */
    Optional<byte[]> successorUsedAfter(Instant time) {
        return usedAt != null && usedAt.isAfter(time) ? Optional.ofNullable(successor) : Optional.empty();
    }
}
