package com.cactuswealth.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A partners' HTTP server that remembers what it received and answers as told, 204 by default. */
public final class Receiver {

    private static final Receiver RUNNING = new Receiver();

    private final Map<String, Queue<Received>> received = new ConcurrentHashMap<>();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** One request as it arrived. */
    public record Received(HttpHeaders headers, String body, Instant at) {

        public String header(String name) {
            return headers.firstValue(name).orElseThrow();
        }
    }

    /** How to answer. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    public static Receiver running() {
        return RUNNING;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
    }

    public List<Received> at(String path) {
        return List.copyOf(received.getOrDefault(path, new ConcurrentLinkedQueue<>()));
    }

    public static Behaviour status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public static Behaviour text(int status, String text) {
        return exchange -> {
            var bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Behaviour header(int status, String name, String value) {
        return exchange -> {
            exchange.getResponseHeaders().add(name, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Another answer for each request; the last for all that follow. */
    public static Behaviour inTurn(Behaviour... turns) {
        var count = new AtomicInteger();
        return exchange -> turns[Math.min(count.getAndIncrement(), turns.length - 1)].answer(exchange);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var at = Instant.now();
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var path = exchange.getRequestURI().getPath();
            received.computeIfAbsent(path, fresh -> new ConcurrentLinkedQueue<>())
                    .add(new Received(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body, at));
            behaviours.getOrDefault(path, status(204)).answer(exchange);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
