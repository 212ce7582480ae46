package com.cactuswealth.gateway.session;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jboss.logging.Logger;

/**
 * Sessions in Redis, each encrypted (AES-256-GCM) under a key that only the browser's cookie yields: who reads Redis
 * or a dump of it can use no session. Beside them, under each user's id, the names of the user's sessions with the time
 * at which each is over at the latest, so that all can be ended at once. Every failure of Redis is a problem 503.
 */
@Singleton
class SessionStore {

    private static final Logger LOG = Logger.getLogger(SessionStore.class);
    private static final Duration SIGNED_OUT_KEPT = Duration.ofHours(1);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String UNLOCK =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

    private final RedisDataSource redis;
    private final SessionConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionStore(RedisDataSource redis, SessionConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    void create(SessionId id, Session session) {
        // The name first: a session without one could not be ended from elsewhere.
        var names = namesKey(session.user());
        run("ZREMRANGEBYSCORE", names, "-inf", String.valueOf(clock.millis()));
        run("ZADD", names, String.valueOf(end(session).toEpochMilli()), id.name());
        run("PEXPIRE", names, String.valueOf(config.lifetime().toMillis()));
        run("SET", key(id), seal(id, session.toJson()), "PX", timeToLive(session));
    }

    /** Stores what changed and prolongs the session, unless it has been ended meanwhile: then false. */
    boolean replace(SessionId id, Session session) {
        return run("SET", key(id), seal(id, session.toJson()), "XX", "PX", timeToLive(session)) != null;
    }

    Optional<Session> find(SessionId id) {
        return Optional.ofNullable(run("GET", key(id)))
                .flatMap(box -> open(id, box.toString()))
                .map(Session::ofJson)
                .filter(session -> end(session).isAfter(clock.instant()));
    }

    void delete(SessionId id) {
        run("DEL", key(id));
    }

    void delete(SessionId id, Session session) {
        delete(id);
        run("ZREM", namesKey(session.user()), id.name());
    }

    /** Ends all sessions of the user that have begun before, and says so to who keeps something open for the user's programs. */
    void deleteAllOf(String user) {
        run("SET", signedOutKey(user), UUID.randomUUID().toString(), "PX", String.valueOf(SIGNED_OUT_KEPT.toMillis()));
        var names = namesKey(user);
        for (var name : run("ZRANGE", names, "0", "-1")) {
            run("DEL", key(name.toString()));
            run("ZREM", names, name.toString());
        }
    }

    /** Those of the named sessions that are over. */
    List<String> over(Collection<String> names) {
        return names.stream()
                .filter(name -> run("EXISTS", key(name)).toInteger() == 0)
                .toList();
    }

    /** How many of the named sessions there are. */
    int count(Collection<String> names) {
        return run("EXISTS", names.stream().map(SessionStore::key).toArray(String[]::new))
                .toInteger();
    }

    /** What tells one signing out everywhere from the next, for each user that has done so lately. */
    Map<String, String> signedOut(List<String> users) {
        var marks = run("MGET", users.stream().map(SessionStore::signedOutKey).toArray(String[]::new));
        var found = new HashMap<String, String>();
        for (var i = 0; i < users.size(); i++) {
            if (marks.get(i) != null) {
                found.put(users.get(i), marks.get(i).toString());
            }
        }
        return found;
    }

    /** Takes the right to refresh the session, for a limited time; the ticket gives it back. */
    Optional<String> lock(SessionId id, Duration time) {
        var ticket = UUID.randomUUID().toString();
        var taken = run("SET", lockKey(id), ticket, "NX", "PX", String.valueOf(time.toMillis()));
        return Optional.ofNullable(taken).map(ok -> ticket);
    }

    /** If this fails, the lock ends by itself. */
    void unlock(SessionId id, String ticket) {
        try {
            run("EVAL", UNLOCK, "1", lockKey(id), ticket);
        } catch (Problem unavailable) {
            LOG.debug("The lock of a refresh stays until its time is over");
        }
    }

    private Response run(String command, String... arguments) {
        try {
            return redis.execute(command, arguments);
        } catch (RuntimeException failure) {
            LOG.warnf("Redis refused %s: %s", command, failure.getMessage());
            throw Problem.unavailable("session.unavailable", Duration.ofSeconds(1));
        }
    }

    private String timeToLive(Session session) {
        var left = Duration.between(clock.instant(), end(session));
        var time = left.compareTo(config.idleTimeout()) < 0 ? left : config.idleTimeout();
        return String.valueOf(Math.max(1, time.toMillis()));
    }

    private Instant end(Session session) {
        return session.began().plus(config.lifetime());
    }

    private static String key(SessionId id) {
        return key(id.name());
    }

    private static String key(String name) {
        return "gateway:session:" + name;
    }

    private static String namesKey(String user) {
        return "gateway:sessions-of:" + user;
    }

    private static String signedOutKey(String user) {
        return "gateway:signed-out:" + user;
    }

    private static String lockKey(SessionId id) {
        return "gateway:session-refresh:" + id.name();
    }

    private String seal(SessionId id, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var hidden = cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + hidden.length)
                            .put(nonce)
                            .put(hidden)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty when it was altered: then there is no such session. */
    private static Optional<String> open(SessionId id, String box) {
        try {
            var bytes = Base64.getDecoder().decode(box);
            var plain = cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(bytes, NONCE_BYTES))
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | RuntimeException altered) {
            LOG.warnf("A stored session cannot be read: %s", altered.getMessage());
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SessionId id, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, id.key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
