package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.logging.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Gives every request its id and writes one line when it is over, with its parts as fields of the JSON log. Neither
 * the query nor a header is logged: either may hold something secret.
 */
@Singleton
public class RequestLog {

    /** The name by which Quarkus's metrics know the path; without it every id would be a metric of its own. */
    private static final String METRIC_PATH = "UrlPathTemplate";

    private static final String ROUTE = "cactus.route";
    private static final String OVER = "cactus.over";
    private static final Logger LOG = Logger.getLogger("com.cactuswealth.gateway.access");

    private final Latency latency;

    RequestLog(Latency latency) {
        this.latency = latency;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.REQUEST_LOG);
    }

    private void handle(RoutingContext context) {
        var began = System.nanoTime();
        var id = RequestId.accept(context.request().getHeader(RequestId.HEADER));
        context.request().headers().set(RequestId.HEADER, id);
        context.addHeadersEndHandler(done -> context.response().headers().set(RequestId.HEADER, id));
        Runnable over = () -> write(context, id, Duration.ofNanos(System.nanoTime() - began));
        var home = context.vertx().getOrCreateContext();
        // Only on the request's own context is there a place for the fields.
        context.put(OVER, (Runnable) () -> home.runOnContext(now -> over.run()));
        context.addEndHandler(done -> over.run());
        context.next();
    }

    /** Says by which route a request goes, for its line and for the metrics. */
    public static void taken(RoutingContext context, String route) {
        context.put(ROUTE, route);
        context.vertx().getOrCreateContext().putLocal(METRIC_PATH, route);
    }

    /** Writes the line of a request that Vert.x does not see the end of, because it became something else. */
    public static void over(RoutingContext context) {
        context.<Runnable>get(OVER).run();
    }

    private void write(RoutingContext context, String id, Duration duration) {
        var method = context.request().method().name();
        var path = context.request().path();
        var status = context.response().getStatusCode();
        var route = context.<String>get(ROUTE, "gateway");
        var millis = duration.toMillis();
        latency.record(path, status, duration);
        try {
            MDC.put("requestId", id);
            MDC.put("method", method);
            MDC.put("path", path);
            MDC.put("status", status);
            MDC.put("durationMs", millis);
            MDC.put("route", route);
            LOG.infof("%s %s %d in %d ms by %s", method, path, status, millis, route);
        } finally {
            for (var key : new String[] {"method", "path", "status", "durationMs", "route"}) {
                MDC.remove(key);
            }
        }
    }
}
