package com.cactuswealth.gateway.suite;

import com.cactuswealth.servers.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** All that is behind the gateway: a real Redis, and small real servers that play the services. */
public class Suite implements QuarkusTestResourceLifecycleManager {

    private static final Vertx VERTX = Vertx.vertx();
    private static final AuthOrigin AUTH = new AuthOrigin(VERTX);
    private static final ClientOrigin CLIENTS = new ClientOrigin(VERTX);
    private static final Origin PORTFOLIOS = new Origin(VERTX);
    private static final Origin WEBHOOKS = new Origin(VERTX);
    private static final NotificationOrigin NOTIFICATIONS = new NotificationOrigin(VERTX);

    private static RedisServer redis;

    public static AuthOrigin auth() {
        return AUTH;
    }

    public static ClientOrigin clients() {
        return CLIENTS;
    }

    public static Origin portfolios() {
        return PORTFOLIOS;
    }

    public static Origin webhooks() {
        return WEBHOOKS;
    }

    public static NotificationOrigin notifications() {
        return NOTIFICATIONS;
    }

    public static RedisServer redis() {
        return redis;
    }

    public static Vertx vertx() {
        return VERTX;
    }

    @Override
    public Map<String, String> start() {
        redis = RedisServer.temporary();
        AUTH.start();
        CLIENTS.start();
        PORTFOLIOS.start();
        WEBHOOKS.start();
        NOTIFICATIONS.start();
        return Map.of(
                "cactus.redis-url", redis.url(),
                "cactus.services.auth", AUTH.url(),
                "cactus.services.clients", CLIENTS.url(),
                "cactus.services.portfolios", PORTFOLIOS.url(),
                "cactus.services.webhooks", WEBHOOKS.url(),
                "cactus.services.notifications", NOTIFICATIONS.url(),
                "cactus.proxy.response-timeout", "1s",
                "cactus.dashboard.root", "sample-dashboard");
    }

    @Override
    public void stop() {
        Wait.on(VERTX.close());
        redis.close();
    }
}
