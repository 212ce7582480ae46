package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.problem.Problem;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers what no route takes. */
@Singleton
class NotFound {

    void register(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).handler(context -> Problems.send(context, Problem.notFound("page")));
    }
}
