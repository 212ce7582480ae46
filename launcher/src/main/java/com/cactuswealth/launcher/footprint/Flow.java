package com.cactuswealth.launcher.footprint;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.Api;
import com.cactuswealth.launcher.demo.Demo;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What every part is for, once: people sign in, clients are imported, made and moved, a partner hears of each. */
final class Flow {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The path of the endpoint that hears of every client; those of the demo have other paths on the same server. */
    private static final String COUNTED_PATH = "/clients";

    private Flow() {}

    static void run(Suite suite, Progress progress, Path home) throws IOException {
        var webhooks = new Semaphore(0);
        var partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        partner.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
                if (exchange.getRequestURI().getPath().equals(COUNTED_PATH)) {
                    webhooks.release();
                }
            }
        });
        partner.start();
        try {
            var administrator = Api.signIn(suite.url(), suite.administrator());
            var url = "http://127.0.0.1:" + partner.getAddress().getPort();
            var endpoint = Map.of(
                    "url",
                    url + COUNTED_PATH,
                    "eventTypes",
                    List.of("client.created", "client.imported"),
                    "description",
                    "footprint");
            administrator.post("/api/v1/webhooks/endpoints", endpoint);
            new Demo(suite, url, progress).prepare(home);
            var clients =
                    administrator.get("/api/v1/clients?limit=1").path("total").asInt();
            if (!webhooks.tryAcquire(clients, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new LauncherFailure(
                        "the partner heard of " + webhooks.availablePermits() + " of " + clients + " clients");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        } finally {
            partner.stop(0);
        }
    }
}
