package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.report.Console;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What tests put something else in the place of. */
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Console console() {
        return System.out::println;
    }
}
