package com.cactuswealth.launcher.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.demo.Api;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final String LETTERS = "/api/v1/dead-letters/client-service";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer server;
    private DeadLetters letters;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/auth/tokens", exchange -> answer(exchange, 200, "{\"accessToken\":\"a-token\"}"));
        server.createContext(LETTERS, this::serve);
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var administrator = Api.signIn(url, new Credentials("admin@example.com", "admin", "secret"));
        letters = new DeadLetters(administrator, said::add);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void allPagesAreListed() {
        letters.list(List.of(Service.CLIENTS));

        assertThat(said)
                .containsExactly(
                        "client-service first since 2026-11-27T10:00:00Z, user.registered: no such owner",
                        "client-service second since 2026-11-27T10:00:00Z, user.registered: no such owner");
        assertThat(asked).containsExactly("GET ?limit=100", "GET ?limit=100&cursor=a+b");
    }

    @Test
    void oneThatFailsAgainKeepsNoOtherFromBeingReplayed() {
        var failed = letters.replayAll(List.of(Service.CLIENTS));

        assertThat(failed).isEqualTo(1);
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).contains("was answered 409", "still no such owner");
        assertThat(said.getLast()).isEqualTo("client-service handled second");
    }

    @Test
    void oneIsForgotten() {
        letters.remove(Service.CLIENTS, "second");

        assertThat(asked).containsExactly("DELETE /second");
        assertThat(said).containsExactly("client-service forgot second");
    }

    private void serve(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        asked.add(exchange.getRequestMethod() + " " + uri.toString().substring(LETTERS.length()));
        var path = uri.getPath().substring(LETTERS.length());
        switch (path) {
            case "" -> {
                var last = uri.getQuery().contains("cursor");
                answer(exchange, 200, last ? page("second", "null") : page("first", "\"a b\""));
            }
            case "/first/replay" -> answer(exchange, 409, "{\"detail\":\"still no such owner\"}");
            default -> answer(exchange, 204, "");
        }
    }

    private static String page(String id, String nextCursor) {
        return """
                {"items":[{"id":"%s","since":"2026-11-27T10:00:00Z","error":"no such owner","event":{"type":"user.registered"}}],
                 "nextCursor":%s}""".formatted(id, nextCursor);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
