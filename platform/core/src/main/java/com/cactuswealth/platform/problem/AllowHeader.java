package com.cactuswealth.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells who asks with OPTIONS the methods of that address; Quarkus names those of the whole resource class. */
class AllowHeader {

    private final AllowedMethods methods;

    AllowHeader(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerResponseFilter
    void correct(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("OPTIONS") && response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW,
                            String.join(", ", methods.of(request.getUriInfo().getPath())));
        }
    }
}
