package com.cactuswealth.platform.logging;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every request an id that its log lines, its answer and its problems share. A caller's own id is kept when it
 * is harmless to log; the trace id of a W3C {@code traceparent} is logged beside it.
 */
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "requestId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        MDC.put(KEY, accept(request.getHeaderString(HEADER)));
        var traceparent = request.getHeaderString("traceparent");
        if (traceparent != null) {
            var trace = TRACEPARENT.matcher(traceparent);
            if (trace.matches()) {
                MDC.put("traceId", trace.group(1));
            }
        }
    }

    @ServerResponseFilter
    void end(ContainerResponseContext response) {
        if (current() != null) {
            response.getHeaders().putSingle(HEADER, current());
        }
    }

    /** The id of the request being served, or null outside of one. */
    public static String current() {
        return (String) MDC.get(KEY);
    }

    /** The proposed id when it is harmless, else a new one. */
    public static String accept(String proposed) {
        return proposed != null && HARMLESS.matcher(proposed).matches()
                ? proposed
                : UUID.randomUUID().toString();
    }
}
