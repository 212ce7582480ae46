package com.cactuswealth.platform.http;

import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses bodies that no resource reads: all of them take JSON, as it is. */
class BodyFormat {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!hasBody(request)) {
            return;
        }
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(ProblemType.ofStatus(415), "bodyCompressed");
        }
        if (!isJson(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw Problem.of(ProblemType.ofStatus(415), "bodyNotJson");
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.getHeaderString("Transfer-Encoding") != null : !length.equals("0");
    }

    private static boolean isJson(String type) {
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).matches("application/([a-z0-9.-]+\\+)?json");
    }
}
