package com.cactuswealth.gateway.suite;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** auth-service: refresh tokens work once, and using one again revokes its whole family. */
public class AuthOrigin extends Origin {

    public static final String PASSWORD = "correct horse";

    private static final int REFRESH_MILLIS = 100;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, String> families = new HashMap<>();
    private final Map<String, String> users = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private volatile int lifetimeSeconds = 300;

    AuthOrigin(Vertx vertx) {
        super(vertx);
    }

    /** How long the next access tokens last. */
    public void tokensLast(int seconds) {
        lifetimeSeconds = seconds;
    }

    public long count(String uri) {
        return seen().stream().filter(seen -> seen.uri().equals(uri)).count();
    }

    public String lastAccessToken() {
        return "access" + numbers.get();
    }

    public synchronized void revokeAll() {
        revoked.addAll(families.values());
    }

    @Override
    void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            switch (request.path()) {
                case "/api/v1/auth/tokens" -> signIn(request.response(), body);
                case "/api/v1/auth/tokens/refresh" ->
                    vertx().setTimer(REFRESH_MILLIS, later -> refresh(request.response(), body));
                case "/api/v1/auth/tokens/revoke-all" -> revokeAllOfCaller(request);
                case "/api/v1/auth/tokens/revoke" -> revoke(request.response(), body);
                case "/api/v1/users/me" -> user(request);
                default -> request.response().end("{}");
            }
        });
    }

    private void signIn(HttpServerResponse response, Buffer body) {
        var credentials = body.toJsonObject();
        if (credentials.getString("identifier").equals("throttled")) {
            problem(response.putHeader("Retry-After", "42"), 429, "too-many-requests");
        } else if (credentials.getString("password").equals(PASSWORD)) {
            response.end(begin(credentials.getString("identifier")));
        } else {
            problem(response, 401, "wrong-credentials");
        }
    }

    private synchronized Buffer begin(String user) {
        var family = "family" + numbers.incrementAndGet();
        users.put(family, user);
        return tokens(family);
    }

    private synchronized void refresh(HttpServerResponse response, Buffer body) {
        var token = body.toJsonObject().getString("refreshToken");
        var family = families.get(token);
        if (family != null && !used.add(token)) {
            revoked.add(family);
        }
        if (family == null || revoked.contains(family)) {
            problem(response, 401, "refresh-refused");
        } else {
            response.end(tokens(family));
        }
    }

    private synchronized void revoke(HttpServerResponse response, Buffer body) {
        revoked.add(families.get(body.toJsonObject().getString("refreshToken")));
        response.setStatusCode(204).end();
    }

    private synchronized void revokeAllOfCaller(HttpServerRequest request) {
        users.forEach((family, user) -> {
            if (user.equals(caller(request))) {
                revoked.add(family);
            }
        });
        request.response().setStatusCode(204).end();
    }

    private void user(HttpServerRequest request) {
        switch (caller(request)) {
            case "ana" -> request.response().end("{\"id\":\"7\",\"name\":\"Ana\",\"role\":\"ADVISOR\"}");
            case "bruno" -> request.response().end("{\"id\":\"8\",\"name\":\"Bruno\",\"role\":\"ADVISOR\"}");
            default -> problem(request.response(), 401, "unauthenticated");
        }
    }

    /** Whom the access token names; its number is also that of the refresh token given with it. */
    private synchronized String caller(HttpServerRequest request) {
        var number = request.getHeader("Authorization").replace("Bearer access", "");
        return users.getOrDefault(families.get("refresh" + number), "");
    }

    private synchronized Buffer tokens(String family) {
        var number = numbers.incrementAndGet();
        families.put("refresh" + number, family);
        return new JsonObject()
                .put("accessToken", "access" + number)
                .put("refreshToken", "refresh" + number)
                .put("expiresIn", lifetimeSeconds)
                .put("tokenType", "Bearer")
                .toBuffer();
    }

    private static void problem(HttpServerResponse response, int status, String slug) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"https://cactuswealth.com/problems/" + slug + "\",\"status\":" + status + "}");
    }
}
