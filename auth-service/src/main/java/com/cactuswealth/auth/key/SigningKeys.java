package com.cactuswealth.auth.key;

import com.cactuswealth.auth.signin.SignInConfig;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.secrecy.SecretBox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The keys that sign access tokens (ES256, RFC 7518). The newest signs; when it has served its time another takes over
 * and it stays published until its last token has expired. Verifiers fetch a key whose id they do not know.
 */
@ApplicationScoped
public class SigningKeys implements PanacheRepositoryBase<SigningKey, UUID> {

    /** How long an instance relies on the key it read, before it looks for one that another instance made. */
    private static final Duration RECHECK = Duration.ofMinutes(1);

    private final SecretBox box;
    private final SignInConfig config;
    private final Ids ids;
    private final Clock clock;

    private volatile Current current;

    SigningKeys(SecretBox box, SignInConfig config, Ids ids, Clock clock) {
        this.box = box;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The key that signs now.
     *
     * @param id its {@code kid}
     */
    public record Current(UUID id, PrivateKey privateKey, Instant readAt) {}

    /** The public part of a key. */
    record Published(UUID id, ECPublicKey key) {}

    /** Not for callers in a transaction: they hold a connection, and reading the key may need another. */
    public Current current() {
        var known = current;
        return isFresh(known) ? known : read();
    }

    /** One at a time; who waited for another finds the key that the other read. */
    private synchronized Current read() {
        if (!isFresh(current)) {
            current = QuarkusTransaction.disallowingExisting().call(this::readOrMake);
        }
        return current;
    }

    private boolean isFresh(Current known) {
        return known != null && !known.readAt().plus(RECHECK).isBefore(clock.instant());
    }

    List<Published> published() {
        current();
        var oldest = clock.instant()
                .minus(config.signingKey())
                .minus(config.accessToken())
                .minus(RECHECK);
        return QuarkusTransaction.requiringNew()
                .call(() -> list("createdAt > ?1 order by createdAt desc", oldest))
                .stream()
                .map(key -> new Published(key.id(), publicKey(key)))
                .toList();
    }

    /** The lock makes instances that start together agree on one key. */
    private Current readOrMake() {
        getEntityManager()
                .createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
        var now = clock.instant();
        var newest = find("createdAt > ?1 order by createdAt desc", now.minus(config.signingKey()))
                .firstResultOptional()
                .orElseGet(this::make);
        return new Current(newest.id(), privateKey(newest), now);
    }

    private SigningKey make() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var key = new SigningKey(
                    ids.next(),
                    pair.getPublic().getEncoded(),
                    box.seal(pair.getPrivate().getEncoded()),
                    clock.instant());
            persist(key);
            return key;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PrivateKey privateKey(SigningKey key) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(box.open(key.sealedPrivateKey())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECPublicKey publicKey(SigningKey key) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicKey()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
