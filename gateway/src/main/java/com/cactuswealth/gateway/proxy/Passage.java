package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.Problems;
import com.cactuswealth.gateway.edge.SizeLimit;
import com.cactuswealth.gateway.services.Origins;
import com.cactuswealth.gateway.services.Service;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One request on its way to a service and the answer on its way back, both streamed. It adds to the proxy library what
 * that leaves to its user: problems instead of empty errors, limits for the body, one more try of a read whose kept
 * connection turned out to be closed, giving up when the client does, and links that lead to us and not behind us.
 */
class Passage implements ProxyInterceptor {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<CharSequence> LINKS = List.of(HttpHeaders.LOCATION, "Content-Location");
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Service service;
    private final Origins origins;
    private HttpClientRequest upstream;
    private Body body;
    private LimitedBody upload;

    Passage(RoutingContext context, Service service, Origins origins) {
        this.context = context;
        this.request = context.request();
        this.service = service;
        this.origins = origins;
    }

    void proceedWithoutBody() {
        request.resume();
        proceed();
    }

    void proceedWith(Buffer read) {
        body = Body.body(read);
        proceed();
    }

    void proceedWith(LimitedBody upload) {
        this.upload = upload;
        var announced = request.headers().contains(HttpHeaders.CONTENT_LENGTH);
        body = Body.body(upload, announced ? SizeLimit.announced(request) : -1);
        proceed();
    }

    private void proceed() {
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
        outgoing.setBody(body);
        var repeatable = isRead() && body == null;
        return proxied.sendRequest()
                .recover(failure -> repeatable && wasCut(failure) && !isGone()
                        ? proxied.sendRequest()
                        : Future.failedFuture(failure))
                .recover(failure -> Future.succeededFuture(refusal(proxied, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        var response = proxied.response();
        response.headers().remove(HttpHeaders.CONNECTION).remove(HttpHeaders.KEEP_ALIVE);
        LINKS.forEach(name -> relative(response.headers(), name));
        Compression.apply(context, response);
        return proxied.sendResponse().onComplete(sent -> stopUpload());
    }

    /** Who has its answer already need not hold the service's connection for the rest of what it sends. */
    private void stopUpload() {
        if (upload != null) {
            upload.over();
            if (!request.isEnded() && upstream != null) {
                upstream.reset();
            }
            Problems.discardRest(context);
        }
    }

    /** A service makes links of the address by which we call it; without it they mean that by which the client called us. */
    private void relative(MultiMap headers, CharSequence name) {
        var link = headers.get(name);
        var base = origins.base(service);
        if (link != null && link.startsWith(base + '/')) {
            headers.set(name, link.substring(base.length()));
        }
    }

    private Future<HttpClientRequest> connect() {
        return origins.connect(service).compose(connected -> {
            if (isGone()) {
                connected.reset();
                return Future.failedFuture(new HttpClosedException("The client went away"));
            }
            upstream = connected;
            return Future.succeededFuture(connected);
        });
    }

    private ProxyResponse refusal(ProxyContext proxied, Throwable failure) {
        var problem = Optional.ofNullable(upload)
                .flatMap(LimitedBody::refusal)
                .orElseGet(() -> Problems.of(Origins.problem(service, failure)));
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

    private boolean isGone() {
        return request.response().closed();
    }

    private static boolean wasCut(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof IOException;
    }
}
