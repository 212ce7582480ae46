package com.cactuswealth.platform.patch;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What holds for conditional requests everywhere; whether {@code If-Match} holds, {@link Versions} says. */
class Preconditions {

    /** An empty header is malformed too; a resource would not see it. */
    @ServerRequestFilter
    void refuseMalformed(ContainerRequestContext request) {
        var expected = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (expected != null) {
            EntityTags.ofIfMatch(expected);
        }
    }

    /** Answers 304 without a body to who has the current version already. */
    @ServerResponseFilter
    void notModified(ContainerRequestContext request, ContainerResponseContext response) {
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var current = response.getEntityTag();
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reads && known != null && current != null && response.getStatus() == 200) {
            var same = EntityTags.parse(known)
                    .filter(tags -> tags.containWeakly(current))
                    .isPresent();
            if (same) {
                response.setStatusInfo(Status.NOT_MODIFIED);
                response.setEntity(null);
            }
        }
    }
}
