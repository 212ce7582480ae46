package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.Problems;
import com.cactuswealth.gateway.edge.RequestLog;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.ProxyConfig;
import com.cactuswealth.gateway.session.BrowserSessions;
import com.cactuswealth.gateway.session.Caller;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes the requests that belong to a service, once it is clear in whose name they come. */
@Singleton
class ProxyHandler {

    private final Origins origins;
    private final BrowserSessions sessions;
    private final SmallBodies smallBodies;
    private final Uploads uploads;
    private final OpenSockets sockets;
    private final ProxyConfig config;

    ProxyHandler(
            Origins origins,
            BrowserSessions sessions,
            SmallBodies smallBodies,
            Uploads uploads,
            OpenSockets sockets,
            ProxyConfig config) {
        this.origins = origins;
        this.sessions = sessions;
        this.smallBodies = smallBodies;
        this.uploads = uploads;
        this.sockets = sockets;
        this.config = config;
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        var route = Route.of(context.normalizedPath());
        // Nothing may be read before there is someone to read it, and signing in and connecting take time.
        var request = context.request().pause();
        try {
            RequestBody.mustBeReadable(request);
        } catch (Problem unreadable) {
            Problems.send(context, unreadable);
            return;
        }
        if (route.isEmpty()) {
            handleHere(context);
        } else if (route.get().isForSockets()) {
            RequestLog.taken(context, route.get().pattern());
            connect(context, route.get());
        } else {
            RequestLog.taken(context, route.get().pattern());
            sessions.authorize(context, false)
                    .compose(caller -> pass(context, route.get(), caller))
                    .onFailure(refusal -> Problems.send(context, refusal));
        }
    }

    /** What the gateway answers itself takes small bodies only, and finds them read. */
    private void handleHere(RoutingContext context) {
        if (!RequestBody.isExpected(context.request())) {
            context.request().resume();
            context.next();
            return;
        }
        smallBodies
                .read(context.request())
                .onSuccess(body -> {
                    ((RoutingContextInternal) context).setBody(body);
                    context.next();
                })
                .onFailure(refusal -> Problems.send(context, refusal));
    }

    private void connect(RoutingContext context, Route route) {
        if (!WebSocketTunnel.isUpgrade(context.request())) {
            context.response().putHeader("Upgrade", "websocket");
            Problems.send(context, Problem.of(ProblemType.ofStatus(426), "webSocketNeeded"));
            return;
        }
        WebSocketTunnel.bearerToAuthorization(context.request());
        sessions.authorize(context, true)
                .compose(caller -> {
                    new WebSocketTunnel(context, route.service(), origins, sockets, caller).open();
                    return Future.succeededFuture();
                })
                .onFailure(refusal -> Problems.send(context, refusal));
    }

    private Future<Void> pass(RoutingContext context, Route route, Caller caller) {
        var request = context.request();
        var passage = new Passage(context, route.service(), origins);
        if (!RequestBody.isExpected(request)) {
            passage.proceedWithoutBody();
            return Future.succeededFuture();
        }
        if (caller instanceof Caller.Stranger || smallBodies.isSmall(request)) {
            return smallBodies.read(request).onSuccess(passage::proceedWith).mapEmpty();
        }
        uploads.begin(route.service());
        var upload = new LimitedBody(request, config, context.vertx());
        context.addEndHandler(answered -> {
            upload.over();
            uploads.end(route.service());
        });
        RequestBody.allow(request);
        RequestBody.describe(request);
        passage.proceedWith(upload);
        return Future.succeededFuture();
    }
}
