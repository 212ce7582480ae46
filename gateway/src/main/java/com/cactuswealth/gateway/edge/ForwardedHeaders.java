package com.cactuswealth.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells the services who really called. What a client claims about that is dropped, unless it comes from a proxy that
 * {@code quarkus.http.proxy.trusted-proxies} names: then Quarkus has put it into the request already.
 */
@Singleton
class ForwardedHeaders {

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.FORWARDED);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        var address = request.remoteAddress().hostAddress();
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
}
