package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.WebhooksConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a failed delivery is tried again: by the schedule with jitter, or later when the partner asks for it. */
@ApplicationScoped
class RetrySchedule {

    private static final double JITTER = 0.2;

    private final WebhooksConfig config;

    RetrySchedule(WebhooksConfig config) {
        this.config = config;
    }

    /**
     * The time of the next attempt, empty when the schedule is exhausted.
     *
     * @param made attempts so far, at least one
     * @param retryAfter the partner's header, empty when absent
     */
    Optional<Instant> next(int made, String retryAfter, Instant now) {
        if (made >= config.retrySchedule().size()) {
            return Optional.empty();
        }
        var wait = jittered(config.retrySchedule().get(made));
        var asked = asked(retryAfter, now);
        return Optional.of(now.plus(asked.compareTo(wait) > 0 ? asked : wait));
    }

    private static Duration jittered(Duration wait) {
        var factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofNanos((long) (wait.toNanos() * factor));
    }

    /** Seconds or a date (RFC 9110, 10.2.3); zero for anything else. */
    private Duration asked(String retryAfter, Instant now) {
        var asked = retryAfter.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : untilDate(retryAfter, now);
        return asked.compareTo(config.longestRetryAfter()) > 0 ? config.longestRetryAfter() : asked;
    }

    private static Duration untilDate(String text, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException noDate) {
            return Duration.ZERO;
        }
    }
}
