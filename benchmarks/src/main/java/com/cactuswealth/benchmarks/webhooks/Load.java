package com.cactuswealth.benchmarks.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Moves clients along the pipeline at a fixed rate, whether or not earlier moves were answered. Each is timed from the
 * moment it was due, which avoids coordinated omission (Gil Tene): a stall counts for every command that it delays.
 */
final class Load {

    private static final List<String> STAGES = List.of("CONTACTED", "FIRST_MEETING", "SECOND_MEETING", "OPENING");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI url;
    private final List<String> clients;
    private int sent;

    /** Of every client that was moved, each version once: under overload two moves may overtake each other. */
    private final Set<String> versions = ConcurrentHashMap.newKeySet();

    final LongAdder accepted = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder answered = new LongAdder();
    final ConcurrentHistogram latency = new ConcurrentHistogram(PATIENCE.toMillis() * 2000, 3);

    Load(Vertx vertx, URI url, List<String> clients) {
        this.url = url;
        this.clients = clients;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setIdleTimeout(60).setConnectTimeout(5000),
                new PoolOptions().setHttp1MaxSize(256).setMaxWaitQueueSize(-1));
    }

    /** Sends for so long and waits for the last answers. */
    void run(int rate, Duration time, String token) throws InterruptedException {
        versions.clear();
        accepted.reset();
        refused.reset();
        answered.reset();
        latency.reset();
        var begin = System.nanoTime();
        var total = rate * time.toSeconds();
        for (var i = 0L; i < total; i++) {
            var due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
            for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            send(due, token);
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answered.sum() < total && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
    }

    /** Each round gives every client the stage after its last, so that each command is a change. */
    private void send(long due, String token) {
        var number = sent++;
        var client = clients.get(number % clients.size());
        var stage = STAGES.get(number / clients.size() % STAGES.size());
        http.request(HttpMethod.PUT, url.getPort(), url.getHost(), "/api/v1/clients/" + client + "/stage")
                .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                        .putHeader("Content-Type", "application/json")
                        .send(Buffer.buffer("{\"stage\":\"" + stage + "\"}")))
                .compose(response -> response.body().map(_ -> response))
                .onComplete(response -> {
                    latency.recordValue(Math.min((System.nanoTime() - due) / 1000, latency.getHighestTrackableValue()));
                    if (response.failed() || response.result().statusCode() != 200) {
                        refused.increment();
                    } else if (versions.add(client + response.result().getHeader("ETag"))) {
                        accepted.increment();
                    }
                    answered.increment();
                });
    }
}
