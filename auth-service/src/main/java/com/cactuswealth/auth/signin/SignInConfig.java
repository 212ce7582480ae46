package com.cactuswealth.auth.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sign-in lasts and how often it may fail. */
@ConfigMapping(prefix = "cactus.sign-in")
public interface SignInConfig {

    /** Lifetime of an access token; also how long a deactivated user can still act. */
    @WithDefault("5M")
    Duration accessToken();

    /** An unused refresh token dies after this. */
    @WithDefault("P7D")
    Duration refreshToken();

    /** A sign-in ends after this, however often it was refreshed. */
    @WithDefault("P30D")
    Duration longestSession();

    /** After this a new signing key takes over; the old one stays published until its last token has expired. */
    @WithDefault("P30D")
    Duration signingKey();

    /** Failed sign-ins for one account before it must wait. */
    @WithDefault("10")
    int failuresAllowed();

    /** How long an account waits after too many failures. */
    @WithDefault("15M")
    Duration failureWindow();
}
