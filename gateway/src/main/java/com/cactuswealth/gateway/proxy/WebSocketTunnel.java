package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.Problems;
import com.cactuswealth.gateway.edge.RequestLog;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.Service;
import com.cactuswealth.gateway.session.Caller;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A WebSocket between a client and a service. After the handshake the bytes pass as they are, so that pings, closes
 * with their codes and compression are between the two ends.
 *
 * <p>A script in a browser cannot set a header on a WebSocket, so an access token may come as the second subprotocol
 * after {@code bearer}; it goes on as an {@code Authorization} header and {@code bearer} as the only subprotocol.
 */
class WebSocketTunnel {

    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final String BEARER = "bearer";
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int LARGEST_REFUSAL = 16 << 10;
    private static final Set<String> PASSED_ON_REFUSAL =
            Set.of("Content-Type", "WWW-Authenticate", "Retry-After", "Sec-WebSocket-Version");

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Service service;
    private final Origins origins;
    private final OpenSockets sockets;
    private final Caller caller;
    private OpenSockets.Socket place;
    private volatile HttpClientRequest upstream;
    private volatile NetSocket near;

    WebSocketTunnel(RoutingContext context, Service service, Origins origins, OpenSockets sockets, Caller caller) {
        this.context = context;
        this.request = context.request();
        this.service = service;
        this.origins = origins;
        this.sockets = sockets;
        this.caller = caller;
    }

    static boolean isUpgrade(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && HttpMethod.GET.equals(request.method())
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    static void bearerToAuthorization(HttpServerRequest request) {
        var offered = request.headers().getAll(PROTOCOLS).stream()
                .flatMap(protocols -> Stream.of(protocols.split(",", -1)))
                .map(String::strip)
                .toList();
        if (offered.size() == 2 && offered.getFirst().equals(BEARER)) {
            request.headers().set(PROTOCOLS, BEARER).set(HttpHeaders.AUTHORIZATION, "Bearer " + offered.getLast());
        }
    }

    void open() {
        place = sockets.add(caller, request.remoteAddress().hostAddress(), this::close);
        request.response().exceptionHandler(gone -> close());
        origins.connectSocket(service)
                .compose(connected -> {
                    upstream = connected;
                    return request.response().closed()
                            ? Future.failedFuture(new HttpClosedException("The client went away"))
                            : shakeHands();
                })
                .compose(answer -> answer.statusCode() == SWITCHING_PROTOCOLS ? join(answer) : refuse(answer))
                .onFailure(failure -> {
                    close();
                    Problems.send(context, Origins.problem(service, failure));
                });
    }

    private Future<HttpClientResponse> shakeHands() {
        var path = context.normalizedPath();
        upstream.setMethod(HttpMethod.GET).setURI(request.query() == null ? path : path + '?' + request.query());
        upstream.headers()
                .addAll(request.headers())
                .remove(HttpHeaders.HOST)
                .set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
        return upstream.connect();
    }

    private Future<Void> join(HttpClientResponse answer) {
        sockets.accepted(place);
        var far = answer.netSocket();
        far.pause();
        var headers = request.response().setStatusCode(SWITCHING_PROTOCOLS).headers();
        headers.addAll(answer.headers());
        if (BEARER.equals(request.getHeader(PROTOCOLS))) {
            headers.set(PROTOCOLS, BEARER);
        }
        request.resume();
        return request.toNetSocket()
                .onSuccess(socket -> {
                    near = socket;
                    near.pause();
                    near.closeHandler(closed -> {
                        close();
                        RequestLog.over(context);
                    });
                    pass(near, far);
                    pass(far, near);
                })
                .mapEmpty();
    }

    private static void pass(NetSocket from, NetSocket to) {
        from.pipeTo(to).onComplete(over -> to.close());
    }

    /** Passes a refusal on. The connection is of no use to others: Vert.x waits on it for more of our request. */
    private Future<Void> refuse(HttpClientResponse answer) {
        return WholeBody.read(answer, LARGEST_REFUSAL)
                .recover(tooLong -> Future.failedFuture(Problem.of(ProblemType.ofStatus(answer.statusCode()))))
                .compose(body -> {
                    close();
                    request.response().setStatusCode(answer.statusCode());
                    PASSED_ON_REFUSAL.forEach(name -> answer.headers()
                            .getAll(name)
                            .forEach(value -> request.response().headers().add(name, value)));
                    request.resume();
                    return request.response().end(body);
                });
    }

    /** Ends both connections, and makes place for another socket. */
    private void close() {
        sockets.remove(place);
        if (upstream != null) {
            upstream.connection().close();
        }
        if (near != null) {
            near.close();
        }
    }
}
