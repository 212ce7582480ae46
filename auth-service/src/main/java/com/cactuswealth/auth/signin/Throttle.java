package com.cactuswealth.auth.signin;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Makes guessing slow: an account with too many failures waits, whether it exists or not, and hears the same text. Counts
 * in Redis, so that instances count together; without Redis it lets sign-ins pass rather than locking everybody out.
 */
@ApplicationScoped
class Throttle {

    private static final Logger LOG = Logger.getLogger(Throttle.class);

    private final RedisDataSource redis;
    private final SignInConfig config;

    Throttle(RedisDataSource redis, SignInConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /**
     * Counts an attempt before the password is checked, so that parallel attempts count too.
     *
     * @throws Problem too many requests, with the time to wait
     */
    void attempt(String identifier) {
        long wait;
        try {
            var attempts = redis.value(Long.class).incr(key(identifier));
            if (attempts == 1) {
                redis.key().expire(key(identifier), config.failureWindow());
            }
            if (attempts <= config.failuresAllowed()) {
                return;
            }
            wait = redis.key().ttl(key(identifier));
            if (wait < 0) {
                // Whoever counted the first died before the count got its end.
                redis.key().expire(key(identifier), config.failureWindow());
            }
        } catch (RuntimeException unreachable) {
            LOG.warnf("Sign-ins are not counted: %s", unreachable);
            return;
        }
        throw Problem.tooManyRequests("Too many failed sign-ins", Duration.ofSeconds(Math.max(1, wait)));
    }

    void succeeded(String identifier) {
        try {
            redis.key().del(key(identifier));
        } catch (RuntimeException unreachable) {
            LOG.debugf("Attempts not forgotten: %s", unreachable);
        }
    }

    private static String key(String identifier) {
        return "cactus:sign-in:attempts:" + identifier.toLowerCase(Locale.ROOT);
    }
}
