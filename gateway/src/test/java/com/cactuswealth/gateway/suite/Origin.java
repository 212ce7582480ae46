package com.cactuswealth.gateway.suite;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that plays a service and remembers what reached it. */
public class Origin {

    private final Vertx vertx;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private HttpServer server;
    private int port;
    private volatile JsonObject health = new JsonObject("{\"status\":\"UP\",\"checks\":[]}");
    private volatile JsonObject openApi = new JsonObject("{\"openapi\":\"3.1.0\",\"paths\":{}}");

    Origin(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Starts, or starts again on the same port. */
    public void start() {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .addWebSocketSubProtocol("bearer")
                        .setMaxWebSocketMessageSize(16 << 20))
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(closed -> connections.decrementAndGet());
                })
                .requestHandler(this::receive);
        port = Wait.on(server.listen(port, "127.0.0.1")).actualPort();
    }

    public void stop() {
        Wait.on(server.close());
    }

    /** Those that the gateway has to this service now. */
    public int connections() {
        return connections.get();
    }

    public List<Seen> seen() {
        return seen;
    }

    public Seen last() {
        return seen.getLast();
    }

    public void clear() {
        seen.clear();
    }

    public void healthIs(String json) {
        health = new JsonObject(json);
    }

    public void openApiIs(String json) {
        openApi = new JsonObject(json);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Vertx vertx() {
        return vertx;
    }

    /** What the service does apart from health and OpenAPI. */
    void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response().end("{}"));
    }

    private void receive(HttpServerRequest request) {
        if (request.path().equals("/q/health")) {
            var up = "UP".equals(health.getString("status"));
            request.response().setStatusCode(up ? 200 : 503).end(health.encode());
        } else if (request.path().equals("/q/openapi")) {
            request.response().end(openApi.encode());
        } else {
            seen.add(new Seen(request.method().name(), request.uri(), request.headers()));
            answer(request);
        }
    }
}
