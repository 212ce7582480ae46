package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.Problems;
import com.cactuswealth.gateway.edge.SizeLimit;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.Service;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.util.Set;

/**
 * One request on its way to a service and the answer on its way back, both streamed. It adds to the proxy library what
 * that leaves to its user: problems instead of empty errors, a limit for the body, one more try of a read whose kept
 * connection turned out to be closed, and giving up when the client does.
 */
class Passage implements ProxyInterceptor {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Service service;
    private final Origins origins;
    private final SizeLimit limit;
    private LimitedBody limited;

    Passage(RoutingContext context, Service service, Origins origins, SizeLimit limit) {
        this.context = context;
        this.request = context.request();
        this.service = service;
        this.origins = origins;
        this.limit = limit;
    }

    void proceed() {
        HttpProxy.reverseProxy(OPTIONS, origins.http())
                .origin(proxied -> connect())
                .addInterceptor(this)
                .handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        var outgoing = proxied.request();
        // What was matched is what is sent: /api/v1/clients/../../q must not become another path behind us.
        outgoing.setURI(request.query() == null ? path() : path() + '?' + request.query());
        var repeatable = isRead() && !hasBody();
        if (hasBody()) {
            limited = new LimitedBody(request, limit);
            outgoing.setBody(Body.body(limited, outgoing.getBody().length()));
        } else {
            outgoing.setBody(null);
            request.resume();
        }
        return proxied.sendRequest()
                .recover(failure -> repeatable && wasCut(failure) && !isGone()
                        ? proxied.sendRequest()
                        : Future.failedFuture(failure))
                .recover(failure -> Future.succeededFuture(refusal(proxied, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        proxied.response().headers().remove(HttpHeaders.CONNECTION).remove(HttpHeaders.KEEP_ALIVE);
        Compression.apply(context, proxied.response());
        return proxied.sendResponse();
    }

    private Future<HttpClientRequest> connect() {
        return origins.connect(service).compose(upstream -> {
            if (isGone()) {
                upstream.reset();
                return Future.failedFuture(new HttpClosedException("The client went away"));
            }
            return Future.succeededFuture(upstream);
        });
    }

    private ProxyResponse refusal(ProxyContext proxied, Throwable failure) {
        var tooLarge = limited != null && limited.isExceeded();
        var problem = Problems.of(tooLarge ? limit.problem() : Origins.problem(service, failure));
        var response = proxied.request()
                .release()
                .response()
                .setStatusCode(problem.type().status())
                .setBody(Body.body(Problems.body(request, problem)));
        response.headers().addAll(Problems.headers(problem));
        context.addEndHandler(sent -> Problems.discardRest(context));
        return response;
    }

    private String path() {
        return context.normalizedPath();
    }

    private boolean isRead() {
        return READS.contains(request.method());
    }

    private boolean hasBody() {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    private boolean isGone() {
        return request.response().closed();
    }

    private static boolean wasCut(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof IOException;
    }
}
