package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.Problems;
import com.cactuswealth.gateway.edge.RequestLog;
import com.cactuswealth.gateway.edge.SizeLimit;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.session.BrowserSessions;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes the requests that belong to a service, once it is clear in whose name they come. */
@Singleton
class ProxyHandler {

    private final Origins origins;
    private final BrowserSessions sessions;
    private final SizeLimit limit;

    ProxyHandler(Origins origins, BrowserSessions sessions, SizeLimit limit) {
        this.origins = origins;
        this.sessions = sessions;
        this.limit = limit;
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        Route.of(context.normalizedPath()).ifPresentOrElse(route -> handle(context, route), context::next);
    }

    private void handle(RoutingContext context, Route route) {
        RequestLog.taken(context, route.pattern());
        // Nothing may be read before there is someone to read it, and signing in and connecting take time.
        var request = context.request().pause();
        var socket = WebSocketTunnel.isUpgrade(request);
        if (route.isForSockets() && !socket) {
            context.response().putHeader("Upgrade", "websocket");
            Problems.send(context, Problem.of(ProblemType.ofStatus(426), "Connect with a WebSocket"));
            return;
        }
        if (socket) {
            WebSocketTunnel.bearerToAuthorization(request);
        }
        sessions.authorize(context, socket)
                .compose(authorized -> {
                    if (socket) {
                        new WebSocketTunnel(context, route.service(), origins).open();
                    } else {
                        prepareBody(request);
                        new Passage(context, route.service(), origins, limit).proceed();
                    }
                    return Future.succeededFuture();
                })
                .onFailure(refusal -> Problems.send(context, refusal));
    }

    private static void prepareBody(HttpServerRequest request) {
        var headers = request.headers();
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            headers.remove("Expect");
            request.response().writeContinue();
        }
        if (request.version() == HttpVersion.HTTP_2 && !request.isEnded() && !headers.contains("Content-Length")) {
            // A body of unknown length: chunked is how HTTP/1.1 sends it on.
            headers.set("Transfer-Encoding", "chunked");
        }
    }
}
