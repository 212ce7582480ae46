package com.cactuswealth.gateway.session;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * What the gateway keeps for a browser.
 *
 * @param user the id of who signed in
 */
record Session(String user, Tokens tokens, Instant began) {

    Session with(Tokens refreshed) {
        return new Session(user, refreshed, began);
    }

    String toJson() {
        return new JsonObject()
                .put("user", user)
                .put("access", tokens.access())
                .put("refresh", tokens.refresh())
                .put("expires", tokens.expires().getEpochSecond())
                .put("began", began.getEpochSecond())
                .encode();
    }

    static Session ofJson(String json) {
        var fields = new JsonObject(json);
        var tokens = new Tokens(
                fields.getString("access"),
                fields.getString("refresh"),
                Instant.ofEpochSecond(fields.getLong("expires")));
        return new Session(fields.getString("user"), tokens, Instant.ofEpochSecond(fields.getLong("began")));
    }
}
