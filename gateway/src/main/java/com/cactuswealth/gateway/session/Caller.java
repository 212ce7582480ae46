package com.cactuswealth.gateway.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/** Whose a request is. */
public sealed interface Caller {

    /** A person with a browser session, which is known by its name in Redis. */
    record Browser(String user, String session) implements Caller {}

    /**
     * A program with an access token. Only the services verify tokens, so until one has answered, {@code user} is what the
     * program claims.
     */
    record Program(String user) implements Caller {}

    /** Somebody with neither, or with something that is no access token. */
    record Stranger() implements Caller {}

    static Caller ofToken(HttpServerRequest request) {
        var words = request.getHeader(HttpHeaders.AUTHORIZATION).strip().split("\\s+", -1);
        if (words.length != 2 || !words[0].equalsIgnoreCase("Bearer")) {
            return new Stranger();
        }
        var parts = words[1].split("\\.", -1);
        try {
            var user = parts.length == 3 ? claims(parts[1]).getString("sub") : null;
            return user == null ? new Stranger() : new Program(user);
        } catch (RuntimeException unreadable) {
            return new Stranger();
        }
    }

    private static JsonObject claims(String part) {
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(part)));
    }
}
