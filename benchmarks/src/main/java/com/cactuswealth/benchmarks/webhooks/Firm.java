package com.cactuswealth.benchmarks.webhooks;

import com.cactuswealth.launcher.Suite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares what the load needs: an advisor, one client for each endpoint, and endpoints that hear of one client each. */
final class Firm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final Map<String, String> advisor = Map.of(
            "username", "load",
            "email", "load@cactus.example",
            "name", "Load",
            "password", "a password for load",
            "role", "ADVISOR");

    private Firm(URI url) {
        this.url = url;
    }

    /** The clients' ids, in the order of the endpoints. */
    static List<String> prepare(Suite suite, int endpoints, int receiverPort) throws IOException, InterruptedException {
        var firm = new Firm(suite.url());
        var administrator = firm.token(
                suite.administrator().username(), suite.administrator().password());
        firm.post("/api/v1/users", administrator, firm.advisor);
        var token = firm.advisorToken();
        var clients = new ArrayList<String>();
        for (var i = 0; i < endpoints; i++) {
            var client = firm.post(
                            "/api/v1/clients",
                            token,
                            Map.of("firstName", "Client", "lastName", "Number " + i, "email", i + "@example.com"))
                    .path("id")
                    .asText();
            clients.add(client);
            firm.post(
                    "/api/v1/webhooks/endpoints",
                    administrator,
                    Map.of(
                            "url",
                            "http://127.0.0.1:" + receiverPort + "/" + i,
                            "eventTypes",
                            List.of("client.status_changed"),
                            "filter",
                            Map.of("/id", List.of(client)),
                            "description",
                            "Benchmark " + i));
        }
        return clients;
    }

    /** A fresh access token of the advisor. */
    static String token(Suite suite) throws IOException, InterruptedException {
        return new Firm(suite.url()).advisorToken();
    }

    private String advisorToken() throws IOException, InterruptedException {
        return token(advisor.get("username"), advisor.get("password"));
    }

    private String token(String identifier, String password) throws IOException, InterruptedException {
        return post("/api/v1/auth/tokens", "", Map.of("identifier", identifier, "password", password))
                .path("accessToken")
                .asText();
    }

    private JsonNode post(String path, String token, Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("POST " + path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
