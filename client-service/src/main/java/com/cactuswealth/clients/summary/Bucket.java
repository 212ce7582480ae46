package com.cactuswealth.clients.summary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The size of the steps in which a period is told. */
enum Bucket {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private static final int MOST_DAYS = 31;
    private static final int MOST_DAYS_IN_WEEKS = 26 * 7;

    private final ChronoUnit unit;

    Bucket(ChronoUnit unit) {
        this.unit = unit;
    }

    /** So few that a chart of them can be read. */
    static Bucket forDays(long days) {
        if (days <= MOST_DAYS) {
            return DAY;
        }
        return days <= MOST_DAYS_IN_WEEKS ? WEEK : MONTH;
    }

    /** The first day of the bucket that the day is in: a week's is its Monday. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate next(LocalDate start) {
        return start.plus(1, unit);
    }
}
