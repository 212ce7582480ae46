package com.cactuswealth.notifications.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the sockets. The defaults suit one small machine. */
@ConfigMapping(prefix = "cactus.live")
interface LiveConfig {

    /** How often each client is pinged; below the idle time after which proxies on the way hang up. */
    @WithDefault("25S")
    Duration heartbeat();

    /** A client that has not been heard for so long is gone; at least two heartbeats. */
    @WithDefault("70S")
    Duration deadAfter();

    /** Sockets that one user may have open at one instance; more are closed with 4029. */
    @WithDefault("20")
    int connectionsPerUser();

    /** Notifications that a returning client gets at most; with more it had better load its list anew. */
    @WithDefault("200")
    int replay();

    /** Messages that may wait for a slow reader before it is closed with 1013; above {@link #replay()}. */
    @WithDefault("500")
    int queue();
}
