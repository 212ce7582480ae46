package com.cactuswealth.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.webhooks.TestConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final RetrySchedule schedule = new RetrySchedule(TestConfig.with(Map.of()));

    @RepeatedTest(50)
    void theWaitGrowsAndVariesByAFifth() {
        assertThat(schedule.next(1, "", NOW))
                .hasValueSatisfying(next -> assertThat(next).isBetween(NOW.plusSeconds(4), NOW.plusSeconds(6)));
        assertThat(schedule.next(4, "", NOW))
                .hasValueSatisfying(next -> assertThat(Duration.between(NOW, next))
                        .isBetween(Duration.ofMinutes(96), Duration.ofMinutes(144)));
    }

    @Test
    void afterTenAttemptsItEnds() {
        assertThat(schedule.next(9, "", NOW)).isPresent();
        assertThat(schedule.next(10, "", NOW)).isEmpty();
        assertThat(schedule.next(11, "1", NOW)).isEmpty();
    }

    @Test
    void aPartnerMayAskForMoreTime() {
        assertThat(schedule.next(1, "120", NOW)).contains(NOW.plusSeconds(120));
        assertThat(schedule.next(1, "Sun, 01 Mar 2026 12:10:00 GMT", NOW)).contains(NOW.plusSeconds(600));
    }

    @Test
    void butNotForMoreThanADay() {
        assertThat(schedule.next(1, "999999999", NOW)).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(schedule.next(1, "Wed, 01 Mar 2028 12:10:00 GMT", NOW)).contains(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void whatIsNoTimeOrInThePastChangesNothing() {
        for (var header : new String[] {"soon", "-5", "0", "99999999999999999999", "Sat, 01 Mar 2025 12:10:00 GMT"}) {
            assertThat(schedule.next(1, header, NOW))
                    .hasValueSatisfying(next -> assertThat(next).isBetween(NOW.plusSeconds(4), NOW.plusSeconds(6)));
        }
    }
}
