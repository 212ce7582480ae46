package com.cactuswealth.gateway.services;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the services are: scheme, host and port of each. */
@ConfigMapping(prefix = "cactus.services")
interface Services {

    /** Base address of auth-service. */
    @WithDefault("http://127.0.0.1:8081")
    URI auth();

    /** Base address of client-service. */
    @WithDefault("http://127.0.0.1:8082")
    URI clients();

    /** Base address of portfolio-service. */
    @WithDefault("http://127.0.0.1:8083")
    URI portfolios();

    /** Base address of webhook-service. */
    @WithDefault("http://127.0.0.1:8084")
    URI webhooks();

    /** Base address of notification-service. */
    @WithDefault("http://127.0.0.1:8085")
    URI notifications();
}
