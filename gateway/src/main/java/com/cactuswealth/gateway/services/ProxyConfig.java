package com.cactuswealth.gateway.services;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of what passes through the gateway. */
@ConfigMapping(prefix = "cactus.proxy")
public interface ProxyConfig {

    /** How long a service may take to accept a connection before it counts as down. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** How long a service may take to begin its answer. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** The largest request body. */
    @WithDefault("1M")
    MemorySize maxRequestSize();

    /** Connections kept to each service; more requests than these wait for one. */
    @WithDefault("256")
    int connections();
}
