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

    /**
     * The largest request body of somebody who is not signed in. Bodies up to this size are read whole before a service is
     * asked, whoever sends them, so that no connection to a service waits for a slow client.
     */
    @WithDefault("32K")
    MemorySize maxAnonymousRequestSize();

    /** How long a client may take to send a body that is read whole. */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** What a client has to send per second, at least, of a body that is passed on while it comes. */
    @WithDefault("4K")
    MemorySize lowestRate();

    /** Over how long the rate is measured. */
    @WithDefault("5s")
    Duration rateWindow();

    /** Bodies that are passed on to one service at a time while they come; well below {@link #connections()}. */
    @WithDefault("64")
    int uploads();

    /** Connections kept to each service; more requests than these wait for one. WebSockets have their own. */
    @WithDefault("256")
    int connections();

    /** Requests that wait for a connection to a service at most. */
    @WithDefault("1024")
    int waiting();

    /** A connection on which a service has sent nothing for so long is closed, also when its client reads nothing. */
    @WithDefault("60s")
    Duration idleTimeout();
}
