package com.cactuswealth.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells which requests came by a proxy that {@code quarkus.http.proxy} has us trust. */
@Singleton
class TrustedProxy {

    private final boolean mayHaveProxy;

    TrustedProxy(@ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean mayHaveProxy) {
        this.mayHaveProxy = mayHaveProxy;
    }

    /** Where there may be a proxy, Quarkus sets the header itself; elsewhere it is whatever the client says. */
    boolean sent(HttpServerRequest request) {
        return mayHaveProxy && "true".equals(request.getHeader("X-Forwarded-Trusted-Proxy"));
    }
}
