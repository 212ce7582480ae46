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

    /** Completes when the request may go on, fails with the problem to answer. The request must be paused. */
    public Future<Void> authorize(RoutingContext context, boolean socket) {
        var request = context.request();
        var id = SessionCookie.of(request);
        SessionCookie.remove(request);
        if (request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Future.succeededFuture();
        }
        if (id.isEmpty()) {
            return socket
                    ? Future.failedFuture(Problem.unauthenticated("A WebSocket needs a session or an access token"))
                    : Future.succeededFuture();
        }
        try {
            if (socket || !SAFE.contains(request.method())) {
                SameOrigin.mustBeProven(request);
            }
        } catch (Problem crossSite) {
            return Future.failedFuture(crossSite);
        }
        return accessToken(context, id.get()).map(token -> use(token, request));
    }

    private Future<Optional<String>> accessToken(RoutingContext context, SessionId id) {
        var found = CompletableFuture.supplyAsync(() -> sessions.accessToken(id), virtualThreads);
        return Future.fromCompletionStage(found, context.vertx().getOrCreateContext());
    }

    private static Void use(Optional<String> token, HttpServerRequest request) {
        if (token.isEmpty()) {
            request.response().headers().add(HttpHeaders.SET_COOKIE, SessionCookie.expired());
            throw Problem.unauthenticated("The session is over");
        }
        request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token.get());
        return null;
    }
}
