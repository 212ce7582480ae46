package com.cactuswealth.gateway.edge;

import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How content may be coded, the smallest first. */
public enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    IDENTITY("identity", "");

    /** Less than the smallest that a client can say. */
    private static final float LEAST = 0.0001f;

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** Those that the request allows, the preferred first (RFC 9110, 12.5.3); if it allows none, the content as it is. */
    public static List<Encoding> accepted(RoutingContext context) {
        var weights = context.parsedHeaders().acceptEncoding().stream()
                .collect(Collectors.toMap(ParsedHeaderValue::value, ParsedHeaderValue::weight, Math::max));
        var accepted = Stream.of(values())
                .filter(encoding -> encoding.weight(weights) > 0)
                .sorted(Comparator.comparingDouble(encoding -> -encoding.weight(weights)))
                .toList();
        return accepted.isEmpty() ? List.of(IDENTITY) : accepted;
    }

    /** What HTTP calls it. */
    public String token() {
        return token;
    }

    /** What the names of files so coded end with. */
    public String suffix() {
        return suffix;
    }

    private float weight(Map<String, Float> weights) {
        var unmentioned = weights.getOrDefault("*", this == IDENTITY ? LEAST : 0);
        return weights.getOrDefault(token, unmentioned);
    }
}
