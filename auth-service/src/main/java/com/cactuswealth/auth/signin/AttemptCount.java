package com.cactuswealth.auth.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** How often passwords were tried lately, for an account or from an address, and until when the next try must wait. */
@Entity
class AttemptCount {

    private static final int MOST_DOUBLINGS = 30;

    @Id
    private String subject;

    private int attempts;
    private Instant waitUntil;
    private Instant forgetAt;

    protected AttemptCount() {}

    AttemptCount(String subject, Instant now) {
        this.subject = subject;
        this.waitUntil = now;
        this.forgetAt = now;
    }

    /** How long the next try must wait; zero when it need not. */
    Duration waitFrom(Instant now) {
        return now.isBefore(waitUntil) ? Duration.between(now, waitUntil) : Duration.ZERO;
    }

    /** Counts a try. The last one that is allowed makes the next wait, and each further one makes it wait twice as long. */
    void count(int allowed, SignInConfig config, Instant now) {
        if (!now.isBefore(forgetAt)) {
            attempts = 0;
        }
        attempts++;
        waitUntil = now.plus(wait(attempts - allowed, config));
        forgetAt = waitUntil.plus(config.failureWindow());
    }

    /** Takes a try back that turned out to be no guess. */
    void takeBack(int allowed, Instant now) {
        attempts = Math.max(0, attempts - 1);
        if (attempts < allowed) {
            waitUntil = now;
        }
    }

    private static Duration wait(int excess, SignInConfig config) {
        if (excess < 0) {
            return Duration.ZERO;
        }
        var wait = config.firstWait().multipliedBy(1L << Math.min(excess, MOST_DOUBLINGS));
        return wait.compareTo(config.longestWait()) < 0 ? wait : config.longestWait();
    }
}
