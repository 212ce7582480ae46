package com.cactuswealth.auth.key;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A key as the database keeps it: the public part in X.509 form, the private part in sealed PKCS #8 form. */
@Entity
class SigningKey {

    @Id
    private UUID id;

    private byte[] publicKey;
    private byte[] privateKey;
    private Instant createdAt;

    protected SigningKey() {}

    SigningKey(UUID id, byte[] publicKey, byte[] sealedPrivateKey, Instant createdAt) {
        this.id = id;
        this.publicKey = publicKey.clone();
        this.privateKey = sealedPrivateKey.clone();
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] sealedPrivateKey() {
        return privateKey.clone();
    }

    Instant createdAt() {
        return createdAt;
    }
}
