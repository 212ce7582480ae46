package com.cactuswealth.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long browser sessions last and how they get their access tokens. */
@ConfigMapping(prefix = "cactus.session")
interface SessionConfig {

    /** A session ends when it is not used for so long. It is prolonged with each refresh, not with each request. */
    @WithDefault("12h")
    Duration idleTimeout();

    /** A session ends so long after sign-in, however much it is used. */
    @WithDefault("7d")
    Duration lifetime();

    /** An access token with less time than this left is refreshed before it is used. */
    @WithDefault("30s")
    Duration refreshAhead();

    /** How long auth-service may take to answer. */
    @WithDefault("5s")
    Duration authTimeout();

    /**
     * How long a refresh keeps others from refreshing the same session. Longer than {@code auth-timeout}: a second
     * refresh while the first is under way would look like the theft of a refresh token and end the session.
     */
    @WithDefault("10s")
    Duration refreshLock();
}
