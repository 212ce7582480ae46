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

    /** For so long after its use a refresh token gives its successor again; after that it ends the sign-in. */
    @WithDefault("10S")
    Duration refreshGrace();

    /** Tries with one account before the next must wait; where the account signed in before, a count of its own. */
    @WithDefault("10")
    int failuresAllowed();

    /** Tries from one address with accounts that never signed in there, before the next must wait. */
    @WithDefault("100")
    int failuresAllowedPerAddress();

    /** How long the first try waits that comes after those allowed; each further one waits twice as long. */
    @WithDefault("1S")
    Duration firstWait();

    /** No try waits longer. */
    @WithDefault("15M")
    Duration longestWait();

    /** Tries are forgotten when there was none for so long after the last wait. */
    @WithDefault("15M")
    Duration failureWindow();

    /** How long an account knows an address from which it signed in. */
    @WithDefault("P90D")
    Duration knownAddress();

    /** How many passwords are hashed at once; each takes 19 MiB and a processor. */
    @WithDefault("2")
    int hashingThreads();

    /** How many requests may be hashing or waiting for it; one address may have half of them. */
    @WithDefault("32")
    int hashingPlaces();
}
