package com.cactuswealth.platform.testing;

import com.cactuswealth.servers.PostgresServer;
import com.cactuswealth.servers.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL and Redis and an issuer of tokens. The servers start once in a JVM; each
 * application that a test run starts gets a database of its own and an empty Redis.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    private static final List<String> ROLES =
            List.of("auth", "clients", "portfolios", "webhooks", "notifications", "events_test");
    private static final String PASSWORD = "test";
    private static final String SECRET_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgresServer postgres;
    private static RedisServer redis;

    @Override
    public Map<String, String> start() {
        startServers();
        var database = "cactus" + DATABASES.incrementAndGet();
        postgres.prepare(database, ROLES.stream().collect(Collectors.toMap(role -> role, role -> PASSWORD)));
        return Map.of(
                "cactus.database-url",
                postgres.url(database),
                "cactus.database-password",
                PASSWORD,
                "cactus.redis-url",
                redis.url(),
                "cactus.secret-key",
                SECRET_KEY,
                "cactus.issuer",
                TestIssuer.ISSUER,
                "cactus.auth-url",
                TestIssuer.running().url());
    }

    private static synchronized void startServers() {
        if (postgres == null) {
            postgres = PostgresServer.temporary();
            redis = RedisServer.temporary();
        } else {
            redis.kill();
            redis.start();
        }
    }

    /** For tests that make a server fail. */
    public static RedisServer redis() {
        return redis;
    }

    /** For tests that make a server fail. */
    public static PostgresServer postgres() {
        return postgres;
    }

    @Override
    public void stop() {
        // The servers serve the next application of this JVM and end with it.
    }
}
