package com.cactuswealth.gateway.services;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of WebSockets. */
@ConfigMapping(prefix = "cactus.sockets")
public interface SocketConfig {

    /** WebSockets that may be open at a time. */
    @WithDefault("1000")
    int total();

    /** Those of one user; notification-service closes some earlier. */
    @WithDefault("32")
    int perUser();

    /** How often it is looked which of them belong to a session that is over. */
    @WithDefault("2s")
    Duration signOutCheck();
}
