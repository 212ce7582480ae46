package com.cactuswealth.gateway.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Without TLS there is only HTTP/1.1: nobody needs HTTP/2 there, and in it a client says itself how it came. */
@Singleton
class HttpServers implements HttpServerOptionsCustomizer {

    private final ConnectionConfig config;

    HttpServers(ConnectionConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        customizeHttpsServer(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }
}
