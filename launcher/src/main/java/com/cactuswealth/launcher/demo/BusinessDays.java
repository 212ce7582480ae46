package com.cactuswealth.launcher.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The working days of the year before a day, counted back from it. */
final class BusinessDays {

    static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");
    static final int A_YEAR = 52 * 5;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final List<LocalDate> days;

    BusinessDays(LocalDate today) {
        days = Stream.iterate(today.minusDays(1), day -> day.minusDays(1))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .limit(A_YEAR)
                .toList();
    }

    /** A moment in the office hours of that day; one day ago is the last working day before today. */
    Instant officeHour(int daysAgo, Draw draw) {
        var time = LocalTime.of(draw.between(9, 17), draw.between(0, 59), draw.between(0, 59));
        return days.get(daysAgo - 1).atTime(time).atZone(ZONE).toInstant();
    }
}
