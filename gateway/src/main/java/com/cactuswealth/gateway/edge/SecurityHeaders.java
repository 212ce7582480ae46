package com.cactuswealth.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts the headers that make a browser careful on every answer, also on those of the services. */
@Singleton
class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "worker-src 'none'; frame-ancestors 'none'";

    /** Swagger UI sets styles on its elements; it gets that and nothing more. */
    private static final String DOCS_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.SECURITY_HEADERS);
    }

    private void handle(RoutingContext context) {
        context.addHeadersEndHandler(done -> write(context));
        context.next();
    }

    private static void write(RoutingContext context) {
        var docs = "/docs".equals(context.request().path());
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", docs ? DOCS_POLICY : POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .remove(HttpHeaders.SERVER)
                .remove("X-Powered-By");
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
