package com.cactuswealth.clients.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cactuswealth.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final String TODAY = "2026-03-18";

    @Test
    void byDefaultItIsTheTwelveWeeksToToday() {
        var period = period(null, null);
        assertThat(period.from()).isEqualTo("2025-12-25");
        assertThat(period.to()).isEqualTo(TODAY);
        assertThat(period(null, "2026-01-31").from()).isEqualTo("2025-11-09");
        assertThat(period("2026-03-01", null).to()).isEqualTo(TODAY);
    }

    @Test
    void itsDaysBeginInTheBusinessZone() {
        var period = period("2026-03-01", "2026-03-02");
        assertThat(period.start()).isEqualTo(Instant.parse("2026-03-01T03:00:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse("2026-03-03T03:00:00Z"));
    }

    @Test
    void thePeriodBeforeIsAsLongAndEndsWhereItBegins() {
        var period = period("2026-02-10", "2026-02-19");
        assertThat(period.before().from()).isEqualTo("2026-01-31");
        assertThat(period.before().to()).isEqualTo("2026-02-09");
        assertThat(period.before().end()).isEqualTo(period.start());
    }

    @Test
    void bucketsGrowWithThePeriod() {
        assertThat(period("2026-01-01", "2026-01-31").bucket()).isEqualTo(Bucket.DAY);
        assertThat(period("2026-01-01", "2026-02-01").bucket()).isEqualTo(Bucket.WEEK);
        assertThat(period("2026-01-01", "2026-07-01").bucket()).isEqualTo(Bucket.WEEK);
        assertThat(period("2026-01-01", "2026-07-02").bucket()).isEqualTo(Bucket.MONTH);
    }

    @Test
    void everyBucketOfThePeriodHasItsStart() {
        assertThat(period("2026-03-17", "2026-03-18").bucketStarts())
                .containsExactly(LocalDate.parse("2026-03-17"), LocalDate.parse("2026-03-18"));
        assertThat(period("2026-01-01", "2026-02-02").bucketStarts())
                .containsExactly(
                        LocalDate.parse("2025-12-29"),
                        LocalDate.parse("2026-01-05"),
                        LocalDate.parse("2026-01-12"),
                        LocalDate.parse("2026-01-19"),
                        LocalDate.parse("2026-01-26"),
                        LocalDate.parse("2026-02-02"));
        assertThat(period("2021-03-19", TODAY).bucketStarts())
                .hasSize(61)
                .startsWith(LocalDate.parse("2021-03-01"))
                .endsWith(LocalDate.parse("2026-03-01"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("from", "2026-03-19", "2026-03-18");
        refused("from", "2026-03-19", null);
        refused("from", "2021-03-18", TODAY);
        refused("from", "-999999999-01-01", "-999999999-01-02");
        refused("to", "2026-03-01", "+999999999-12-31");
    }

    private static void refused(String field, String from, String to) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> period(from, to))
                .satisfies(problem -> assertThat(problem.field()).contains(field));
    }

    private static Period period(String from, String to) {
        return Period.of(
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse),
                LocalDate.parse(TODAY),
                BUENOS_AIRES);
    }
}
