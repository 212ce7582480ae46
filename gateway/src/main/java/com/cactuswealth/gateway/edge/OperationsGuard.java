package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/**
 * Keeps the gateway's own {@code /q} pages (metrics, health of this process) to callers on the private network that
 * come directly, because this is the one service that strangers reach.
 */
@Singleton
class OperationsGuard {

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.OPERATIONS_GUARD);
    }

    private void handle(RoutingContext context) {
        if (isOperational(context) && !isNear(context)) {
            Problems.send(context, Problem.notFound("page"));
        } else {
            context.next();
        }
    }

    static boolean isOperational(RoutingContext context) {
        var path = context.normalizedPath();
        return path.equals("/q") || path.startsWith("/q/");
    }

    private static boolean isNear(RoutingContext context) {
        var headers = context.request().headers();
        if (headers.contains("Forwarded") || headers.contains("X-Forwarded-For")) {
            return false;
        }
        var address = InetAddress.ofLiteral(context.request().remoteAddress().hostAddress());
        return address.isLoopbackAddress() || address.isSiteLocalAddress();
    }
}
