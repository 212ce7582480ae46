package com.cactuswealth.gateway.edge;

import com.cactuswealth.gateway.services.ProxyConfig;
import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses a request that announces a body larger than allowed, before anything of it is read. */
@Singleton
public class SizeLimit {

    private final long bytes;

    SizeLimit(ProxyConfig config) {
        bytes = config.maxRequestSize().asLongValue();
    }

    public long bytes() {
        return bytes;
    }

    public static Problem problem(long bytes) {
        return Problem.of(ProblemType.ofStatus(413), Message.of("bodyTooLarge").with("bytes", bytes));
    }

    /** The length that the request announces, 0 when it does not; Vert.x has refused what is not a number. */
    public static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.SIZE_LIMIT);
    }

    private void handle(RoutingContext context) {
        if (announced(context.request()) > bytes) {
            Problems.send(context, problem(bytes));
        } else {
            context.next();
        }
    }
}
