package com.cactuswealth.gateway.edge;

import com.cactuswealth.gateway.services.ProxyConfig;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
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

    public Problem problem() {
        return Problem.of(ProblemType.ofStatus(413), "A request may have at most " + bytes + " bytes");
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.SIZE_LIMIT);
    }

    private void handle(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > bytes) {
            Problems.send(context, problem());
        } else {
            context.next();
        }
    }
}
