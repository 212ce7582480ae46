package com.cactuswealth.webhooks.egress;

import com.cactuswealth.webhooks.WebhooksConfig;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Posts to partners over connections that are reused, and never to an address that {@link Egress} does not allow. */
@ApplicationScoped
public class Courier {

    /** Below the five seconds after which common servers close an idle connection, so that no request meets a closing one. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final Resolver resolver;
    private final Egress egress;
    private final WebhooksConfig config;
    private final HttpClient client;

    Courier(Vertx vertx, Resolver resolver, Egress egress, WebhooksConfig config) {
        this.vertx = vertx;
        this.resolver = resolver;
        this.egress = egress;
        this.config = config;
        var timeout = (int) config.requestTimeout().toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(timeout).setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(config.inFlight()));
    }

    /** Never fails: what goes wrong is an answer too. To be called on an event loop, where it also answers. */
    public Future<Answer> post(Target target, MultiMap headers, Buffer body) {
        return new Exchange(vertx, config.requestTimeout())
                .run(
                        Future.fromCompletionStage(resolver.resolve(target), vertx.getOrCreateContext())
                                .map(addresses -> addresses.stream()
                                        .filter(egress::allows)
                                        .findFirst()
                                        .orElseThrow(() -> new BlockedException(target.host())))
                                .compose(address -> client.request(Exchange.options(target, address, headers))),
                        body);
    }

    @PreDestroy
    void stop() {
        client.close();
    }
}
