package com.cactuswealth.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.LauncherFailure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {

    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private HttpServer server;
    private Api api;

    @BeforeEach
    void signIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.add(new Answer(200, "{\"accessToken\":\"a token\"}"));
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        api = Api.signIn(url, new Credentials("ana@cactus.example", "ana", "a password"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsNotKnownYetIsAskedForAgain() {
        answers.add(new Answer(404, "{}"));
        answers.add(new Answer(400, "{\"errors\":[{\"field\":\"clients[3].ownerId\"}]}"));
        answers.add(new Answer(201, "{\"id\":\"7\"}"));

        var made = api.patiently("POST", "/api/v1/clients/imports", Map.of());

        assertThat(made.path("id").asText()).isEqualTo("7");
    }

    @Test
    void whatIsWrongInItselfIsNotTriedAgain() {
        answers.add(new Answer(400, "{\"errors\":[{\"field\":\"clients[3].email\"}]}"));
        answers.add(new Answer(201, "{\"id\":\"7\"}"));

        assertThatThrownBy(() -> api.patiently("POST", "/api/v1/clients/imports", Map.of()))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("was answered 400")
                .hasMessageContaining("clients[3].email");
        assertThat(answers).hasSize(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var answer = answers.remove();
        var body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
