package com.cactuswealth.gateway.edge;

import com.cactuswealth.gateway.connection.RequestTimeouts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells the connection's {@link RequestTimeouts} when a request begins and ends. */
@Singleton
class Timeouts {

    void register(@Observes Filters filters) {
        filters.register(Timeouts::handle, EdgeOrder.TIMEOUTS);
    }

    private static void handle(RoutingContext context) {
        var timeouts = RequestTimeouts.of(context.request());
        timeouts.began();
        context.addEndHandler(done -> timeouts.ended());
        context.next();
    }
}
