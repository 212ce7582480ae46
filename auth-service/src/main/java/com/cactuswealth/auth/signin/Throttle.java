package com.cactuswealth.auth.signin;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Makes guessing slow: after some tries the next must wait, longer each time. Tries count per account, whether it exists
 * or not, and per address. Where the account signed in before, it has a count of its own there, so that strangers cannot
 * hold its owner up. The counts are in the database that has the passwords: what cannot be counted cannot be tried.
 */
@ApplicationScoped
class Throttle {

    private final AttemptCounts counts;
    private final KnownAddresses knownAddresses;
    private final SignInConfig config;
    private final Clock clock;

    Throttle(AttemptCounts counts, KnownAddresses knownAddresses, SignInConfig config, Clock clock) {
        this.counts = counts;
        this.knownAddresses = knownAddresses;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A try that was counted.
     *
     * @param known whether the account signed in from that address before
     */
    record Attempt(UUID account, String address, boolean known) {}

    /**
     * Counts a try before the password is checked, so that parallel tries count too. One that is refused leaves no trace.
     *
     * @throws Problem too many requests, with the time to wait
     */
    Attempt attempt(UUID account, String address) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var attempt = new Attempt(account, address, knownAddresses.contain(account, address));
            count(accountSubject(attempt), config.failuresAllowed());
            if (!attempt.known()) {
                count(addressSubject(attempt), config.failuresAllowedPerAddress());
            }
            return attempt;
        });
    }

    private void count(String subject, int allowed) {
        var count = counts.locked(subject);
        var now = clock.instant();
        var wait = count.waitFrom(now);
        if (wait.isPositive()) {
            throw Problem.tooManyRequests("signIn.wait", roundedUp(wait));
        }
        count.count(allowed, config, now);
    }

    /** Forgets the account's tries, but of the address' only this one, because its others may be guesses at other accounts. */
    void succeeded(Attempt attempt) {
        counts.delete("subject", accountSubject(attempt));
        if (!attempt.known()) {
            counts.locked(addressSubject(attempt)).takeBack(config.failuresAllowedPerAddress(), clock.instant());
        }
        knownAddresses.remember(attempt.account(), attempt.address());
    }

    private static Duration roundedUp(Duration wait) {
        return Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
    }

    private static String accountSubject(Attempt attempt) {
        return "account " + attempt.account() + (attempt.known() ? " at " + attempt.address() : "");
    }

    private static String addressSubject(Attempt attempt) {
        return "address " + attempt.address();
    }
}
