package com.cactuswealth.platform.token;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells callers apart, so that a test can see whether two requests got the same verified token. */
@Path("/caller")
@Authenticated
class CallerResource {

    private final SecurityIdentity identity;

    CallerResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    public int caller() {
        return System.identityHashCode(identity.getPrincipal());
    }
}
