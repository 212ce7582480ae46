package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.Encoding;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;

/**
 * Compresses JSON that is worth it, for callers that accept it. Not left to Vert.x: over HTTP/2 it compresses once more
 * what is compressed already (Vert.x 4.5.27), such as the dashboard's files.
 */
final class Compression {

    private static final Set<String> TYPES = Set.of("application/json", "application/problem+json");
    private static final int WORTH_BYTES = 1024;

    private Compression() {}

    static void apply(RoutingContext context, ProxyResponse response) {
        if (context.request().method().equals(HttpMethod.HEAD) || !isWorthIt(response)) {
            return;
        }
        var headers = response.headers();
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (isWanted(context)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip").remove(HttpHeaders.CONTENT_LENGTH);
            response.setBody(Body.body(new GzipBody(response.getBody().stream())));
        }
    }

    private static boolean isWanted(RoutingContext context) {
        return Encoding.accepted(context).stream()
                .filter(encoding -> encoding != Encoding.BROTLI)
                .limit(1)
                .anyMatch(encoding -> encoding == Encoding.GZIP);
    }

    private static boolean isWorthIt(ProxyResponse response) {
        var type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        var body = response.getBody();
        return type != null
                && TYPES.contains(type.split(";", 2)[0].strip())
                && !response.headers().contains(HttpHeaders.CONTENT_ENCODING)
                && body != null
                && (body.length() < 0 || body.length() >= WORTH_BYTES);
    }
}
