package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.LauncherFailure;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The public HTTP API as one signed-in person sees it. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Whoever is new is known to the other services milliseconds later, when the event has arrived. */
    private static final Set<Integer> NOT_YET = Set.of(403, 404, 409, 502, 503, 504);

    private final URI url;
    private final String token;

    private Api(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    public static Api signIn(URI url, Credentials credentials) {
        var body = Map.of("identifier", credentials.username(), "password", credentials.password());
        var tokens = new Api(url, "").patiently("POST", "/api/v1/auth/tokens", body);
        return new Api(url, tokens.path("accessToken").asText());
    }

    /** The access token, for what is measured without us in between. */
    public String token() {
        return token;
    }

    public JsonNode get(String path) {
        return send("GET", path, null).orFail();
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, body).orFail();
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, body).orFail();
    }

    public JsonNode patch(String path, Object body) {
        return send("PATCH", path, body).orFail();
    }

    public JsonNode delete(String path) {
        return send("DELETE", path, null).orFail();
    }

    /** The ids of everything in a paged list, by another field. */
    Map<String, String> idsBy(String field, String path) {
        var ids = new HashMap<String, String>();
        var cursor = "";
        do {
            var page = get(path + "?limit=100" + cursor);
            page.path("items")
                    .forEach(item ->
                            ids.put(item.path(field).asText(), item.path("id").asText()));
            var next = page.path("nextCursor").asText("");
            cursor = next.isEmpty() ? "" : "&cursor=" + encode(next);
        } while (!cursor.isEmpty());
        return ids;
    }

    /** Tries again while the answer may still change by itself. */
    public JsonNode patiently(String method, String path, Object body) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = send(method, path, body);
            if (!answer.mayChange() || System.nanoTime() > deadline) {
                return answer.orFail();
            }
            pause();
        }
    }

    public static String encode(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String path, Object body) {
        try {
            var publisher =
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
            var request = HttpRequest.newBuilder(url.resolve(path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .method(method, publisher);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new LauncherFailure(method + " " + url + path + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }

    private record Answer(String request, int status, String body) {

        /** The one input that becomes right by waiting is an owner of whom the service has not heard. */
        boolean mayChange() {
            return NOT_YET.contains(status) || (status == 400 && body.contains("ownerId"));
        }

        JsonNode orFail() {
            if (status >= 400) {
                throw new LauncherFailure(request + " was answered " + status + ": " + body.replaceAll("\\s+", " "));
            }
            try {
                return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (JacksonException e) {
                throw new LauncherFailure(request + " was not answered in JSON", e);
            }
        }
    }
}
