package com.cactuswealth.clients.summary;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The business days that a summary is about.
 *
 * @param from the first
 * @param to the last
 * @param zone in which a day begins and ends
 */
record Period(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int DEFAULT_WEEKS = 12;
    private static final int MOST_YEARS = 5;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    /** By default the twelve weeks to the end, which is today by default. */
    static Period of(Optional<LocalDate> asked, Optional<LocalDate> until, LocalDate today, ZoneId zone) {
        asked.ifPresent(from -> checkYear("from", from));
        until.ifPresent(to -> checkYear("to", to));
        var to = until.orElse(today);
        var from = asked.orElse(to.minusWeeks(DEFAULT_WEEKS).plusDays(1));
        if (from.isAfter(to)) {
            throw Problem.invalid("from", Message.of("period.reversed").with("to", to));
        }
        if (!to.isBefore(from.plusYears(MOST_YEARS))) {
            throw Problem.invalid(
                    "from",
                    Message.of("period.tooLong").with("years", MOST_YEARS).with("to", to));
        }
        return new Period(from, to, zone);
    }

    private static void checkYear(String field, LocalDate day) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw Problem.invalid(
                    field,
                    Message.of("period.year").with("earliest", EARLIEST_YEAR).with("latest", LATEST_YEAR));
        }
    }

    /** The equally long one just before. */
    Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1), zone);
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Bucket bucket() {
        return Bucket.forDays(days());
    }

    /** Where its buckets start; the first may do so before the period itself. */
    List<LocalDate> bucketStarts() {
        var bucket = bucket();
        return Stream.iterate(bucket.start(from), start -> !start.isAfter(to), bucket::next)
                .toList();
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
