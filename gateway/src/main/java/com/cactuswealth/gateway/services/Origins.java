package com.cactuswealth.gateway.services;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The connections to the services, with failures turned into problems that name the service. WebSockets, which keep theirs for
 * hours, have a pool of their own, so that requests do not wait for them.
 */
@Singleton
public class Origins {

    private static final Logger LOG = Logger.getLogger(Origins.class);
    private static final ProblemType TIMEOUT = new ProblemType("gateway-timeout", 504);

    private final HttpClient http;
    private final HttpClient sockets;
    private final Services services;
    private final ProxyConfig config;

    Origins(Vertx vertx, Services services, ProxyConfig config, SocketConfig socketConfig) {
        this.services = services;
        this.config = config;
        http = vertx.createHttpClient(options(config)
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.waiting())
                .setReadIdleTimeout(Math.toIntExact(config.idleTimeout().toSeconds())));
        // How many sockets there are, and when one is over, is for those who open them to decide.
        sockets = vertx.createHttpClient(options(config).setMaxPoolSize(socketConfig.total()));
    }

    private static HttpClientOptions options(ProxyConfig config) {
        return new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()));
    }

    public HttpClient http() {
        return http;
    }

    /** A request to the service, not yet sent. Fails with a problem when the service cannot be reached. */
    public Future<HttpClientRequest> connect(Service service) {
        return connect(http, service, config.responseTimeout());
    }

    /** The same for a request to become a WebSocket. Whoever asks for it closes the connection, however it ends. */
    public Future<HttpClientRequest> connectSocket(Service service) {
        return connect(sockets, service, config.responseTimeout());
    }

    /** Asks and reads the whole answer, all within the given time. */
    public Future<Answer> ask(
            Service service, HttpMethod method, String uri, MultiMap headers, Buffer body, Duration timeout) {
        var began = System.nanoTime();
        return connect(http, service, timeout)
                .compose(request -> {
                    var left = timeout.minusNanos(System.nanoTime() - began).toMillis();
                    request.setMethod(method).setURI(uri).headers().addAll(headers);
                    // Nested, and so on the event loop: a caller on another thread could be too late to read the body.
                    return request.send(body)
                            .compose(response -> response.body()
                                    .map(content -> new Answer(response.statusCode(), response.headers(), content)))
                            .timeout(Math.max(1, left), TimeUnit.MILLISECONDS)
                            .onFailure(failure -> request.reset());
                })
                .recover(failure -> Future.failedFuture(problem(service, failure)));
    }

    /** Asks with GET. */
    public Future<Answer> ask(Service service, String uri, Duration timeout) {
        return ask(service, HttpMethod.GET, uri, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(), timeout);
    }

    /** What to tell a caller whose request failed on the way to the service. */
    public static Problem problem(Service service, Throwable failure) {
        return switch (failure) {
            case Problem known -> known;
            case TimeoutException late -> Problem.of(TIMEOUT, message("serviceLate", service));
            default -> unreachable(service);
        };
    }

    private Future<HttpClientRequest> connect(HttpClient client, Service service, Duration timeout) {
        var address = service.address(services);
        var secure = "https".equals(address.getScheme());
        var options = new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort() > 0 ? address.getPort() : usualPort(address))
                .setSsl(secure)
                .setTimeout(timeout.toMillis());
        return client.request(options)
                .recover(failure -> wasRefused(failure) ? client.request(options) : Future.failedFuture(failure))
                // Whoever waits for the answer is told of a failure; Vert.x would log it as unhandled besides.
                .map(request -> request.exceptionHandler(told -> LOG.debugf(told, "%s", service)))
                .recover(failure -> Future.failedFuture(unreachable(service)));
    }

    /** Nothing was sent, so trying again is safe whatever the request; a service that restarts may be back. */
    private static boolean wasRefused(Throwable failure) {
        return failure instanceof ConnectException && !(failure instanceof ConnectTimeoutException);
    }

    /** What a service's own links begin with: its address is nobody's business in front of the gateway. */
    public String base(Service service) {
        var address = service.address(services);
        var isUsual = address.getPort() == usualPort(address);
        return address.getScheme() + "://" + (isUsual ? address.getHost() : address.getAuthority());
    }

    private static int usualPort(URI address) {
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    private static Message message(String code, Service service) {
        return Message.of(code).with("service", service.label());
    }

    private static Problem unreachable(Service service) {
        return Problem.unavailable(message("serviceUnreachable", service), Duration.ofSeconds(1));
    }
}
