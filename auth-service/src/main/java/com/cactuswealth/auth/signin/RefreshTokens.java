package com.cactuswealth.auth.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Gives out refresh tokens of 256 random bits and recognises them by their SHA-256. */
@ApplicationScoped
class RefreshTokens implements PanacheRepositoryBase<RefreshToken, byte[]> {

    private final SignInConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(SignInConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Gives out a token; it ends with the sign-in that the family began with. */
    String issue(UUID user, UUID family, Instant signedInAt) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var unused = clock.instant().plus(config.refreshToken());
        var sessionEnd = signedInAt.plus(config.longestSession());
        persist(new RefreshToken(
                hash(token), family, user, signedInAt, unused.isBefore(sessionEnd) ? unused : sessionEnd));
        return token;
    }

    /** Locks the token, so that of two who use it at once the second sees it used. */
    Optional<RefreshToken> find(String token) {
        return findByIdOptional(hash(token), LockModeType.PESSIMISTIC_WRITE);
    }

    void revokeFamily(UUID family) {
        delete("familyId", family);
    }

    /** Until none is left, because a refresh that was under way gives out another while the deletion waits for it. */
    void revokeAllOf(UUID user) {
        while (delete("userId", user) > 0) {
            // Once more.
        }
    }

    @Scheduled(every = "1h", delayed = "2m")
    @RunOnVirtualThread
    @Transactional
    void forgetExpired() {
        delete("expiresAt < ?1", clock.instant().minus(config.longestSession()));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
