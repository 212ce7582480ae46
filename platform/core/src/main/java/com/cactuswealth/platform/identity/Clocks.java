package com.cactuswealth.platform.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock that everything reads, so that a test can hand in another. */
class Clocks {

    /** UTC, cut to microseconds, the precision that PostgreSQL keeps. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
