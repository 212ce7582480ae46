package com.cactuswealth.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Sends plain HTTP to HTTPS at its usual port, which need not be the one that the gateway listens on, as Quarkus' own
 * redirect assumes. The pages under {@code /q} stay where they are: health checks and metrics come from this machine.
 */
@Singleton
class SecureOnly {

    private static final int PERMANENT_REDIRECT = 308;

    private final boolean active;

    SecureOnly(EdgeConfig config) {
        active = config.secureOnly();
    }

    void register(@Observes Filters filters) {
        if (active) {
            filters.register(this::handle, EdgeOrder.SECURE_ONLY);
        }
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        if ("https".equals(request.scheme()) || OperationsGuard.isOperational(context)) {
            context.next();
        } else if (request.authority() == null) {
            context.response().setStatusCode(400).end();
        } else {
            context.response()
                    .setStatusCode(PERMANENT_REDIRECT)
                    .putHeader(
                            HttpHeaders.LOCATION,
                            "https://" + request.authority().host() + request.uri())
                    .end();
        }
    }
}
