package com.cactuswealth.gateway.health;

import com.cactuswealth.gateway.services.Answer;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.Service;
import com.cactuswealth.gateway.services.Waiting;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;

/**
 * The health of every part of the suite. Anyone may ask, so it is looked at no more than once a second, and of each
 * check only its name and state are shown.
 */
@Singleton
class SuiteHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Origins origins;
    private final RedisDataSource redis;
    private HealthView last;
    private long lookedAt;

    SuiteHealth(Origins origins, RedisDataSource redis) {
        this.origins = origins;
        this.redis = redis;
    }

    synchronized HealthView now() {
        if (last == null || System.nanoTime() - lookedAt > KEPT_NANOS) {
            last = look();
            lookedAt = System.nanoTime();
        }
        return last;
    }

    private HealthView look() {
        var asked = new EnumMap<Service, Future<HealthView.Part>>(Service.class);
        for (var service : Service.values()) {
            asked.put(
                    service,
                    origins.ask(service, "/q/health", PATIENCE)
                            .map(SuiteHealth::part)
                            .otherwise(failure -> HealthView.Part.down(
                                    failure instanceof Problem problem ? problem.getMessage() : "unreadable answer")));
        }
        var parts = new LinkedHashMap<String, HealthView.Part>();
        parts.put("gateway", HealthView.Part.up());
        parts.put("redis", redis());
        asked.forEach((service, part) -> parts.put(service.label(), Waiting.on(part)));
        return HealthView.of(parts);
    }

    private HealthView.Part redis() {
        try {
            redis.execute("PING");
            return HealthView.Part.up();
        } catch (RuntimeException failure) {
            return HealthView.Part.down("redis cannot be reached");
        }
    }

    private static HealthView.Part part(Answer answer) {
        try {
            var health = answer.body().toJsonObject();
            var checks = health.getJsonArray("checks", new JsonArray()).stream()
                    .map(JsonObject.class::cast)
                    .map(check -> new HealthView.Check(check.getString("name"), check.getString("status")))
                    .toList();
            return new HealthView.Part(health.getString("status", HealthView.DOWN), checks, null);
        } catch (DecodeException | ClassCastException unreadable) {
            return HealthView.Part.down("unreadable answer");
        }
    }
}
