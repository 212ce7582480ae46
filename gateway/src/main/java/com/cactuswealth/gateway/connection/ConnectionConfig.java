package com.cactuswealth.gateway.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a client may keep a connection without asking for anything. */
@ConfigMapping(prefix = "cactus.connection")
interface ConnectionConfig {

    /**
     * How long a client may take to send the headers of a request: of the first from when it connected, with TLS included, of
     * another from its first byte.
     */
    @WithDefault("10s")
    Duration headerTimeout();

    /** How long a connection is kept on which no request is under way. */
    @WithDefault("75s")
    Duration keepAlive();

    /**
     * How long a connection is kept on which nothing passes, be it a client that reads no more of its answer; WebSockets are
     * pinged twice a minute.
     */
    @WithDefault("2m")
    Duration idleTimeout();
}
