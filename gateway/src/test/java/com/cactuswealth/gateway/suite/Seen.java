package com.cactuswealth.gateway.suite;

import io.vertx.core.MultiMap;

/** A request as it reached a service. */
public record Seen(String method, String uri, MultiMap headers) {

    public String header(String name) {
        return headers.get(name);
    }
}
