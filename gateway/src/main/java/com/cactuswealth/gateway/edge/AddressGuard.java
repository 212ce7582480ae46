package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a request whose own address is not clear: two hosts, of which each part of the suite could believe another, or a
 * scheme that is not that of its connection (RFC 9110, 7.2 and 7.4). A host that cannot be read is refused by Vert.x.
 */
@Singleton
class AddressGuard {

    private final TrustedProxy proxy;

    AddressGuard(TrustedProxy proxy) {
        this.proxy = proxy;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.ADDRESS_GUARD);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            Problems.send(context, Problem.of(ProblemType.INVALID, "oneHost"));
        } else if (claimsAnotherScheme(request)) {
            Problems.send(context, Problem.of(ProblemType.INVALID, "schemeOfConnection"));
        } else {
            context.next();
        }
    }

    /** In HTTP/1.1 the scheme is always that of the connection; a proxy that we trust may know better. */
    private boolean claimsAnotherScheme(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                && request.connection().isSsl() != "https".equals(request.scheme())
                && !proxy.sent(request);
    }
}
