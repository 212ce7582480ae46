package com.cactuswealth.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells the services who really called. What a client claims about that is dropped, unless it comes by a proxy that
 * {@code quarkus.http.proxy} has us trust: then Quarkus has put scheme and host into the request already.
 */
@Singleton
class ForwardedHeaders {

    private final TrustedProxy proxy;

    ForwardedHeaders(TrustedProxy proxy) {
        this.proxy = proxy;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.FORWARDED);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        var address = address(request);
        var scheme = request.scheme();
        var host = request.authority();

        var headers = request.headers();
        headers.names().stream()
                .filter(name ->
                        name.equalsIgnoreCase("Forwarded") || name.regionMatches(true, 0, "X-Forwarded-", 0, 12))
                .toList()
                .forEach(headers::remove);
        headers.remove("X-Real-IP");
        headers.set("X-Forwarded-For", address).set("X-Forwarded-Proto", scheme);
        if (host != null) {
            headers.set("X-Forwarded-Host", host.toString());
        }
        context.next();
    }

    /**
     * A proxy appends whom it saw to what that one claims, so only the last address is the proxy's own word. Quarkus takes
     * the first.
     */
    private String address(HttpServerRequest request) {
        var said = request.headers().getAll("X-Forwarded-For");
        if (!proxy.sent(request) || said.isEmpty()) {
            return request.remoteAddress().hostAddress();
        }
        var chain = said.getLast();
        return chain.substring(chain.lastIndexOf(',') + 1).strip();
    }
}
