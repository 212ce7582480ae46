package com.cactuswealth.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Drops what concerns the client's own connection (RFC 9110, 7.6.1), beyond what the proxy library drops. First of
 * all, so that a client cannot name a header that we set, such as {@code X-Forwarded-For}, and so have it dropped.
 */
@Singleton
class HopByHopHeaders {

    private static final Set<String> NEEDED =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.HOP_BY_HOP);
    }

    private void handle(RoutingContext context) {
        var headers = context.request().headers();
        headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !NEEDED.contains(name))
                .forEach(headers::remove);
        headers.remove("HTTP2-Settings").remove("Proxy-Connection");
        context.next();
    }
}
