package com.cactuswealth.benchmarks.webhooks;

import com.cactuswealth.benchmarks.Percentiles;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The partners' servers: measures from the event's own time, which the service takes just before its commit, to the
 * arrival of the whole request here. Both are read from the same clock.
 */
public final class Receiver implements AutoCloseable {

    private static final long HIGHEST_MICROS = Duration.ofMinutes(10).toMillis() * 1000;

    private final HttpServer server;
    private final AtomicLong duplicates = new AtomicLong();
    private Set<String> ids = ConcurrentHashMap.newKeySet();
    private Histogram latency = new ConcurrentHistogram(HIGHEST_MICROS, 3);

    Receiver(Vertx vertx) {
        this(vertx, "127.0.0.1");
    }

    /** Listens at an address of this machine, on any port. */
    public Receiver(Vertx vertx, String address) {
        server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, address)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public int port() {
        return server.actualPort();
    }

    public void reset() {
        ids = ConcurrentHashMap.newKeySet();
        latency = new ConcurrentHistogram(HIGHEST_MICROS, 3);
        duplicates.set(0);
    }

    public long received() {
        return ids.size();
    }

    public long duplicates() {
        return duplicates.get();
    }

    public Percentiles latency() {
        return Percentiles.of(latency);
    }

    @Override
    public void close() {
        server.close();
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var now = Instant.now();
            var json = body.toJsonObject();
            if (ids.add(request.getHeader("webhook-id"))) {
                latency.recordValue(Math.max(
                        0, Duration.between(json.getInstant("timestamp"), now).toNanos() / 1000));
            } else {
                duplicates.incrementAndGet();
            }
            request.response().setStatusCode(204).end();
        });
    }
}
