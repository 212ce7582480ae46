package com.cactuswealth.auth.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cactuswealth.platform.secrecy.SecretBox;
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

/**
 * Gives out refresh tokens of 256 random bits and recognises them by their SHA-256. The token that replaced one is kept
 * with it, encrypted, to be given again for some seconds.
 */
@ApplicationScoped
class RefreshTokens implements PanacheRepositoryBase<RefreshToken, byte[]> {

    private final SecretBox box;
    private final SignInConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(SecretBox box, SignInConfig config, Clock clock) {
        this.box = box;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Gives out a token. It ends when it is not used for a while, and with the sign-in.
     *
     * @param signedInAt when the family began
     */
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

    /** Uses the token up for its successor. */
    String replace(RefreshToken token) {
        var successor = issue(token.userId(), token.familyId(), token.signedInAt());
        token.use(clock.instant(), box.seal(successor.getBytes(UTF_8)));
        return successor;
    }

    /** The successor of a token that was used a moment ago, as long as the successor itself is not used. */
    Optional<String> successorAgain(RefreshToken used) {
        return used.successorUsedAfter(clock.instant().minus(config.refreshGrace()))
                .map(box::open)
                .map(opened -> new String(opened, UTF_8))
                .filter(successor -> findByIdOptional(hash(successor))
                        .filter(token -> !token.isUsed())
                        .isPresent());
    }

    void revokeFamily(UUID family) {
        deleteAll("familyId", family);
    }

    void revokeAllOf(UUID user) {
        deleteAll("userId", user);
    }

    /** Until none is left, because a refresh that was under way gives out another while the deletion waits for it. */
    private void deleteAll(String field, UUID id) {
        while (delete(field, id) > 0) {
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
