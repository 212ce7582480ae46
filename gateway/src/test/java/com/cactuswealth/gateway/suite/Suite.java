package com.cactuswealth.gateway.suite;

import com.cactuswealth.servers.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxBuilder;
import java.util.List;
import java.util.Map;

/** All that is behind the gateway: a real Redis, and small real servers that play the services. */
public class Suite implements QuarkusTestResourceLifecycleManager {

    /** Without what META-INF/services would add, because that is for the gateway. */
    private static final Vertx VERTX =
            new VertxBuilder().serviceProviders(List.of()).init().vertx();

    private static final AuthOrigin AUTH = new AuthOrigin(VERTX);
    private static final ClientOrigin CLIENTS = new ClientOrigin(VERTX);
    private static final Origin PORTFOLIOS = new Origin(VERTX);
    private static final Origin WEBHOOKS = new Origin(VERTX);
    private static final NotificationOrigin NOTIFICATIONS = new NotificationOrigin(VERTX);

    private static final Certificate CERTIFICATE = Certificate.temporary();

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
        return Map.ofEntries(
                Map.entry("cactus.redis-url", redis.url()),
                Map.entry("cactus.services.auth", AUTH.url()),
                Map.entry("cactus.services.clients", CLIENTS.url()),
                Map.entry("cactus.services.portfolios", PORTFOLIOS.url()),
                Map.entry("cactus.services.webhooks", WEBHOOKS.url()),
                Map.entry("cactus.services.notifications", NOTIFICATIONS.url()),
                Map.entry("cactus.proxy.response-timeout", "1s"),
                Map.entry("cactus.dashboard.root", "sample-dashboard"),
                Map.entry("cactus.proxy.body-timeout", "3s"),
                Map.entry("cactus.proxy.rate-window", "500ms"),
                Map.entry("cactus.sockets.sign-out-check", "200ms"),
                // HTTP/2 is spoken over TLS only.
                Map.entry("quarkus.http.test-ssl-port", "0"),
                Map.entry(
                        "quarkus.http.ssl.certificate.files", CERTIFICATE.file().toString()),
                Map.entry(
                        "quarkus.http.ssl.certificate.key-files",
                        CERTIFICATE.keyFile().toString()));
    }

    @Override
    public void stop() {
        Wait.on(VERTX.close());
        redis.close();
    }
}
