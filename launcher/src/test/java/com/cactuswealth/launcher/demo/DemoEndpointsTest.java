package com.cactuswealth.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cactuswealth.launcher.Credentials;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoEndpointsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PARTNER = "http://127.0.0.1:8092";

    /** What webhook-service would keep. */
    private final List<ObjectNode> kept = new CopyOnWriteArrayList<>();

    private final List<String> changes = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private DemoEndpoints endpoints;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/auth/tokens", exchange -> answer(exchange, Map.of("accessToken", "a-token")));
        server.createContext("/api/v1/webhooks/endpoints", this::serve);
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        endpoints = new DemoEndpoints(Api.signIn(url, new Credentials("admin@example.com", "admin", "secret")));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theyAreRegisteredAndOneIsPaused() {
        endpoints.register(PARTNER);

        assertThat(kept)
                .extracting(
                        one -> one.path("url").asText(),
                        one -> one.path("description").asText(),
                        one -> one.path("eventTypes").toString(),
                        one -> one.path("state").asText())
                .containsExactly(
                        tuple(PARTNER + "/crm", "CRM del estudio", "[\"client.*\"]", "ENABLED"),
                        tuple(
                                PARTNER + "/planilla",
                                "Planilla de seguimiento",
                                "[\"client.status_changed\",\"portfolio.created\"]",
                                "ENABLED"),
                        tuple(PARTNER + "/legacy", "Sistema anterior", "[\"*\"]", "ENABLED"),
                        tuple(PARTNER + "/crm/altas", "Estudio contable", "[\"client.created\"]", "PAUSED"));
    }

    @Test
    void registeringThemAgainChangesNothing() {
        endpoints.register(PARTNER);
        var before = List.copyOf(changes);

        endpoints.register(PARTNER);

        assertThat(kept).hasSize(4);
        assertThat(changes).isEqualTo(before);
    }

    @Test
    void whatADeadStartLeftOutIsRegistered() {
        endpoints.register(PARTNER);
        kept.removeFirst();
        kept.getLast().put("state", "ENABLED");

        endpoints.register(PARTNER);

        assertThat(kept)
                .extracting(
                        one -> one.path("url").asText(),
                        one -> one.path("state").asText())
                .containsExactlyInAnyOrder(
                        tuple(PARTNER + "/crm", "ENABLED"),
                        tuple(PARTNER + "/planilla", "ENABLED"),
                        tuple(PARTNER + "/legacy", "ENABLED"),
                        tuple(PARTNER + "/crm/altas", "PAUSED"));
    }

    @Test
    void theyFollowThePartnerAndNobodyElse() {
        endpoints.register(PARTNER);
        kept.get(1).put("url", "https://partner.example.com/planilla");
        kept.remove(2);

        endpoints.follow(PARTNER, "http://127.0.0.1:9712");

        assertThat(kept)
                .extracting(one -> one.path("url").asText())
                .containsExactly(
                        "http://127.0.0.1:9712/crm",
                        "https://partner.example.com/planilla",
                        "http://127.0.0.1:9712/crm/altas");
    }

    private void serve(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                var made = (ObjectNode) JSON.readTree(exchange.getRequestBody());
                made.put("id", "id-" + changes.size()).put("state", "ENABLED");
                changes.add("POST");
                kept.add(made);
                answer(exchange, made);
            }
            case "PATCH" -> {
                var id = exchange.getRequestURI().getPath().replaceAll(".*/", "");
                var changed = kept.stream()
                        .filter(one -> one.path("id").asText().equals(id))
                        .findFirst()
                        .orElseThrow();
                changes.add("PATCH");
                changed.setAll((ObjectNode) JSON.readTree(exchange.getRequestBody()));
                answer(exchange, changed);
            }
            default -> answer(exchange, Map.of("items", List.<JsonNode>copyOf(kept)));
        }
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        try (exchange) {
            var bytes = JSON.writeValueAsBytes(body);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
