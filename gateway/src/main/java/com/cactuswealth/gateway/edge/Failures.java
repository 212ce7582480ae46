package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers with a problem what the router refuses itself, such as an address that cannot be read. */
@Singleton
class Failures {

    void register(@Observes Router router) {
        router.errorHandler(400, context -> Problems.send(context, Problem.of(ProblemType.INVALID)));
        router.route().order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).failureHandler(Failures::handle);
    }

    private static void handle(RoutingContext context) {
        var status = context.statusCode();
        if (status >= 400 && status < 500) {
            Problems.send(context, Problem.of(ProblemType.ofStatus(status)));
        } else {
            Problems.send(context, context.failure() == null ? Problem.of(ProblemType.INTERNAL) : context.failure());
        }
    }
}
