package com.cactuswealth.benchmarks.box;

import com.cactuswealth.benchmarks.Percentiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A day at the office, all at once: advisors look at things at one rate and move clients along the pipeline at another,
 * while sockets show them what happens. Open loop: each request is timed from the moment it was due.
 */
final class MixedLoad {

    private static final List<String> STAGES = List.of("CONTACTED", "FIRST_MEETING", "SECOND_MEETING", "OPENING");

    /** What an open dashboard asks for. */
    private static final List<String> LOOKS = List.of(
            "/",
            "/api/v1/clients?limit=50",
            "/api/v1/clients/board",
            "/api/v1/clients/summary",
            "/api/v1/clients/{id}",
            "/api/v1/clients/{id}/activities",
            "/api/v1/clients/{id}/portfolios",
            "/api/v1/notifications?limit=20",
            "/api/v1/notifications/unread-count",
            "/api/v1/users/me");

    /** A token lives five minutes. */
    private static final Duration SIGN_IN_EVERY = Duration.ofMinutes(3);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final URI url;
    private final Crowd crowd;
    private final HttpClient http;
    private final WebSocketClient sockets;
    private final Map<Integer, LongAdder> refusals = new ConcurrentHashMap<>();
    private final ConcurrentHistogram looks = new ConcurrentHistogram(PATIENCE.toMillis() * 2000, 3);
    private final ConcurrentHistogram moves = new ConcurrentHistogram(PATIENCE.toMillis() * 2000, 3);
    private final LongAdder answered = new LongAdder();
    private final LongAdder moved = new LongAdder();
    private final LongAdder shown = new LongAdder();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;

    MixedLoad(Vertx vertx, URI url, Crowd crowd) {
        this.vertx = vertx;
        this.url = url;
        this.crowd = crowd;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setIdleTimeout(60).setConnectTimeout(5000),
                new PoolOptions().setHttp1MaxSize(64).setMaxWaitQueueSize(-1));
        this.sockets = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(1000));
    }

    /**
     * What came of it.
     *
     * @param moved changes that were accepted, each of which is an event
     * @param shown messages over all sockets
     * @param refused by status; 0 for no answer
     */
    record Result(
            long answered, long moved, long shown, Map<Integer, Long> refused, Percentiles looks, Percentiles moves) {}

    Result run(Duration time, int looksPerSecond, int movesPerSecond, int socketsOpen) throws InterruptedException {
        running = true;
        for (var i = 0; i < socketsOpen; i++) {
            keepOpen(i);
        }
        var signingIn = Thread.ofVirtual().start(this::keepSignedIn);
        var began = System.nanoTime();
        var perSecond = looksPerSecond + movesPerSecond;
        var total = time.toSeconds() * perSecond;
        for (var i = 0; i < total; i++) {
            var due = began + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (i % perSecond < movesPerSecond) {
                move(i / perSecond * movesPerSecond + i % perSecond, due);
            } else {
                look(i, due);
            }
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answered.sum() < total && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        running = false;
        signingIn.interrupt();
        signingIn.join();
        var refused = new TreeMap<Integer, Long>();
        refusals.forEach((status, count) -> refused.put(status, count.sum()));
        return new Result(
                answered.sum(), moved.sum(), shown.sum(), refused, Percentiles.of(looks), Percentiles.of(moves));
    }

    int openSockets() {
        return open.get();
    }

    /** Hangs up. */
    void close() {
        sockets.close();
        http.close();
    }

    private void look(int number, long due) {
        var path = LOOKS.get(number % LOOKS.size()).replace("{id}", crowd.client(number, number / crowd.size()));
        send(HttpMethod.GET, path, number, "", due, looks);
    }

    /** Each client in turn gets the stage after its last, so that each command is a change. */
    private void move(int number, long due) {
        var round = number / crowd.size();
        var stage = STAGES.get(round / 10 % STAGES.size());
        var path = "/api/v1/clients/" + crowd.client(number, round) + "/stage";
        send(HttpMethod.PUT, path, number, "{\"stage\":\"" + stage + "\"}", due, moves)
                .onSuccess(status -> {
                    if (status == 200) {
                        moved.increment();
                    }
                });
    }

    private Future<Integer> send(
            HttpMethod method, String path, int advisor, String body, long due, ConcurrentHistogram latency) {
        return http.request(method, url.getPort(), url.getHost(), path)
                .compose(request -> request.putHeader("Authorization", "Bearer " + crowd.token(advisor))
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Accept-Encoding", "br, gzip")
                        .send(Buffer.buffer(body)))
                .compose(response -> response.body().map(_ -> response.statusCode()))
                .otherwise(0)
                .onSuccess(status -> {
                    latency.recordValue(Math.min((System.nanoTime() - due) / 1000, latency.getHighestTrackableValue()));
                    answered.increment();
                    if (status != 200) {
                        refusals.computeIfAbsent(status, _ -> new LongAdder()).increment();
                    }
                });
    }

    /** A socket ends with its token, and the browser comes back with a new one. */
    private void keepOpen(int number) {
        sockets.connect(new WebSocketConnectOptions()
                        .setHost(url.getHost())
                        .setPort(url.getPort())
                        .setURI("/ws/notifications")
                        .setSubProtocols(List.of("bearer", crowd.token(number))))
                .onSuccess(socket -> {
                    open.incrementAndGet();
                    socket.textMessageHandler(_ -> shown.increment());
                    socket.closeHandler(_ -> {
                        open.decrementAndGet();
                        openAgain(number);
                    });
                })
                .onFailure(_ -> openAgain(number));
    }

    private void openAgain(int number) {
        if (running) {
            vertx.setTimer(1000, _ -> keepOpen(number));
        }
    }

    private void keepSignedIn() {
        try {
            for (var i = 0; running; i++) {
                Thread.sleep(SIGN_IN_EVERY.dividedBy(crowd.size()));
                crowd.signInAgain(i);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
