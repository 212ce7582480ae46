package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.Problems;
import com.cactuswealth.gateway.edge.RequestLog;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.Service;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
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
    private static final Set<String> PASSED_ON_REFUSAL =
            Set.of("Content-Type", "WWW-Authenticate", "Retry-After", "Sec-WebSocket-Version");

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Service service;
    private final Origins origins;

    WebSocketTunnel(RoutingContext context, Service service, Origins origins) {
        this.context = context;
        this.request = context.request();
        this.service = service;
        this.origins = origins;
    }

    static boolean isUpgrade(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method()) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
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
        origins.connect(service)
                .compose(upstream -> {
                    var path = context.normalizedPath();
                    upstream.setMethod(HttpMethod.GET)
                            .setURI(request.query() == null ? path : path + '?' + request.query());
                    upstream.headers()
                            .addAll(request.headers())
                            .remove(HttpHeaders.HOST)
                            .set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
                    request.response().exceptionHandler(gone -> upstream.reset());
                    return upstream.connect();
                })
                .onSuccess(answer -> {
                    if (answer.statusCode() == 101) {
                        join(answer);
                    } else {
                        refuse(answer);
                    }
                })
                .onFailure(failure -> Problems.send(context, Origins.problem(service, failure)));
    }

    private void join(HttpClientResponse answer) {
        var far = answer.netSocket();
        far.pause();
        var headers = request.response().setStatusCode(101).headers();
        headers.addAll(answer.headers());
        if (BEARER.equals(request.getHeader(PROTOCOLS))) {
            headers.set(PROTOCOLS, BEARER);
        }
        request.resume();
        request.toNetSocket()
                .onSuccess(near -> {
                    near.pause();
                    near.closeHandler(closed -> RequestLog.over(context));
                    pass(near, far);
                    pass(far, near);
                })
                .onFailure(gone -> far.close());
    }

    private static void pass(NetSocket from, NetSocket to) {
        from.pipeTo(to).onComplete(over -> to.close());
    }

    private void refuse(HttpClientResponse answer) {
        answer.body()
                .onSuccess(body -> {
                    request.response().setStatusCode(answer.statusCode());
                    PASSED_ON_REFUSAL.forEach(name -> answer.headers()
                            .getAll(name)
                            .forEach(value -> request.response().headers().add(name, value)));
                    request.resume();
                    request.response().end(body);
                })
                .onFailure(failure -> Problems.send(context, Origins.problem(service, failure)));
    }
}
