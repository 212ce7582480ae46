package com.cactuswealth.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Drops what concerns the client's own connection (RFC 9110, 7.6.1), beyond what the proxy library drops. {@code Connection}
 * may name further headers of that kind, but not those that are meant for a service: naming {@code If-Match} there must not
 * take a precondition away.
 */
@Singleton
class HopByHopHeaders {

    private static final List<String> DROPPED =
            List.of("HTTP2-Settings", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer");

    private static final Set<String> NEEDED_HERE = Set.of("connection", "transfer-encoding", "upgrade");

    private static final Set<String> END_TO_END = Set.of(
            "accept",
            "authorization",
            "baggage",
            "cache-control",
            "cookie",
            "date",
            "expect",
            "forwarded",
            "from",
            "host",
            "idempotency-key",
            "last-event-id",
            "origin",
            "pragma",
            "prefer",
            "priority",
            "range",
            "referer",
            "traceparent",
            "tracestate",
            "user-agent",
            "x-real-ip",
            "x-request-id");

    private static final List<String> END_TO_END_PREFIXES =
            List.of("accept-", "access-control-", "content-", "if-", "sec-", "webhook-", "x-cactus-", "x-forwarded-");

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.HOP_BY_HOP);
    }

    private void handle(RoutingContext context) {
        var headers = context.request().headers();
        headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !NEEDED_HERE.contains(name) && !isEndToEnd(name))
                .forEach(headers::remove);
        DROPPED.forEach(headers::remove);
        context.next();
    }

    private static boolean isEndToEnd(String name) {
        return END_TO_END.contains(name) || END_TO_END_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
