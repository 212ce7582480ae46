package com.cactuswealth.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A partner's HTTP server: verifies every signature with the reference library and keeps what it received. */
final class Partner implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** This machine, as the suite reaches it. */
    private static final String ADDRESS = System.getProperty("cactus.partner-address", "127.0.0.1");

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
    private volatile String secret;

    /** A webhook that arrived; {@code verified} says whether its signature was right. */
    record Received(String id, JsonNode body, boolean verified, Instant at) {

        String type() {
            return body.path("type").asText();
        }

        String subject() {
            return body.path("data").path("id").asText();
        }

        /** From the event, which is written just before the commit, to the receipt; both by this machine's clock. */
        Duration latency() {
            return Duration.between(Instant.parse(body.path("timestamp").asText()), at);
        }
    }

    private Partner(HttpServer server) {
        this.server = server;
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Listens on a port; 0 for any. */
    static Partner listening(int port) throws IOException {
        return new Partner(HttpServer.create(new InetSocketAddress(ADDRESS, port), 1024));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Has the administrator register this server for some types of events. */
    UUID registeredBy(Person administrator, String... eventTypes) {
        var created = administrator
                .asks()
                .body(Map.of(
                        "url",
                        "http://" + ADDRESS + ":" + port() + "/hooks",
                        "eventTypes",
                        List.of(eventTypes),
                        "description",
                        "A partner of the system tests"))
                .post("/api/v1/webhooks/endpoints")
                .then()
                .statusCode(201)
                .extract();
        secret = created.path("secret");
        return UUID.fromString(created.path("id"));
    }

    /** Takes the place of a partner that listened on another server before. */
    Partner knowing(Partner predecessor) {
        secret = predecessor.secret;
        return this;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> about(UUID subject) {
        return received.stream()
                .filter(webhook -> webhook.subject().equals(subject.toString()))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var at = Instant.now();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var headers = HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
        received.add(new Received(
                headers.firstValue("webhook-id").orElse(""), JSON.readTree(body), isVerified(body, headers), at));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private boolean isVerified(String body, HttpHeaders headers) {
        try {
            new Webhook(secret).verify(body, headers);
            return true;
        } catch (WebhookVerificationException wrong) {
            return false;
        }
    }
}
