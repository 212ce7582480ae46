package com.cactuswealth.gateway.session;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Turns the cookie of a request into the access token that the services ask for. A request that brings its own
 * {@code Authorization} is left as it is; one with neither goes on without a name, and the service decides.
 */
@Singleton
public class BrowserSessions {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Sessions sessions;
    private final ExecutorService virtualThreads;

    BrowserSessions(Sessions sessions, @VirtualThreads ExecutorService virtualThreads) {
        this.sessions = sessions;
        this.virtualThreads = virtualThreads;
    }

    /**
     * Completes with whose the request is when it may go on, fails with the problem to answer. The request must be paused.
     */
    public Future<Caller> authorize(RoutingContext context, boolean socket) {
        var request = context.request();
        var id = SessionCookie.of(request);
        SessionCookie.remove(request);
        if (request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Future.succeededFuture(Caller.ofToken(request));
        }
        if (id.isEmpty()) {
            return socket
                    ? Future.failedFuture(Problem.unauthenticated("session.needed"))
                    : Future.succeededFuture(new Caller.Stranger());
        }
        try {
            if (socket || !SAFE.contains(request.method())) {
                SameOrigin.mustBeProven(request);
            }
        } catch (Problem crossSite) {
            return Future.failedFuture(crossSite);
        }
        return fresh(context, id.get()).map(session -> use(id.get(), session, request));
    }

    private Future<Optional<Session>> fresh(RoutingContext context, SessionId id) {
        var found = CompletableFuture.supplyAsync(() -> sessions.fresh(id), virtualThreads);
        return Future.fromCompletionStage(found, context.vertx().getOrCreateContext());
    }

    private static Caller use(SessionId id, Optional<Session> session, HttpServerRequest request) {
        if (session.isEmpty()) {
            request.response().headers().add(HttpHeaders.SET_COOKIE, SessionCookie.expired());
            throw Problem.unauthenticated("session.over");
        }
        request.headers()
                .set(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + session.get().tokens().access());
        return new Caller.Browser(session.get().user(), id.name());
    }
}
