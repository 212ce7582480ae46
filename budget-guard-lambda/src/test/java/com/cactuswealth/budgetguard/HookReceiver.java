package com.cactuswealth.budgetguard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The suite's end of the budget hook: believes only what Standard Webhooks' own library verifies. */
public final class HookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    private HookReceiver(HttpServer server) {
        this.server = server;
    }

    static HookReceiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new HookReceiver(server);
            server.createContext("/api/v1/hooks/budget", receiver::receive);
            server.start();
            return receiver;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/hooks/budget");
    }

    /** What was received and verified, in order. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    public List<String> ids() {
        return List.copyOf(ids);
    }

    /** From now on it answers with that status. */
    public void answer(int status) {
        answer = status;
    }

    void reset() {
        events.clear();
        ids.clear();
        answer = 204;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            new Webhook(LocalAws.SECRET).verify(body, exchange.getRequestHeaders());
            events.add(new ObjectMapper().readTree(body));
            ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(answer, -1);
        } catch (WebhookVerificationException forged) {
            exchange.sendResponseHeaders(401, -1);
        }
    }
}
