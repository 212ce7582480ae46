package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses a request body in gzip or another coding, which no service reads: limits are for what was sent. */
@Singleton
class CodedBodies {

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.CODED_BODIES);
    }

    private void handle(RoutingContext context) {
        var coding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding == null || coding.isBlank() || coding.strip().equalsIgnoreCase("identity")) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            Problems.send(context, Problem.of(ProblemType.ofStatus(415), "codedBody"));
        }
    }
}
