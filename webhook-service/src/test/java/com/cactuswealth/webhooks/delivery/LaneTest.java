package com.cactuswealth.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.webhooks.TestConfig;
import com.cactuswealth.webhooks.delivery.Lane.Health;
import com.cactuswealth.webhooks.egress.Answer;
import com.cactuswealth.webhooks.egress.Answer.Cause;
import com.cactuswealth.webhooks.egress.Answer.Timings;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Lane lane = new Lane(null, TestConfig.with(Map.of()));

    @Test
    void aNewPartnerBeginsWithTwoRequestsAtATimeAndEarnsMoreOneByOne() {
        assertThat(lane.limit()).isEqualTo(2);
        assertThat(lane.health(0)).isEqualTo(Health.NEW);

        lane.answered(status(204, 20));
        assertThat(lane.limit()).isEqualTo(3);
        assertThat(lane.health(0)).isEqualTo(Health.HEALTHY);

        succeed(50);
        assertThat(lane.limit()).isEqualTo(16);
    }

    @Test
    void aPartnerThatDoesNotAnswerHasOneRequestAtATimeAndLittleRoomInMemory() {
        succeed(14);
        assertThat(lane.room(0)).isEqualTo(16 + 256);

        lane.answered(timeout());

        assertThat(lane.limit()).isEqualTo(1);
        assertThat(lane.health(0)).isEqualTo(Health.SLOW);
        assertThat(lane.room(0)).isEqualTo(2);
        lane.held = 5;
        assertThat(lane.room(0)).isEqualTo(-3);
    }

    @Test
    void eachRefusalHalvesAndTheThirdInARowCountsAsSlow() {
        succeed(14);

        lane.answered(status(500, 20));
        assertThat(lane.limit()).isEqualTo(8);
        lane.answered(status(429, 20));
        assertThat(lane.limit()).isEqualTo(4);
        assertThat(lane.health(0)).isEqualTo(Health.HEALTHY);
        lane.answered(status(500, 20));
        assertThat(lane.limit()).isEqualTo(2);
        assertThat(lane.health(0)).isEqualTo(Health.SLOW);

        lane.answered(status(204, 20));
        assertThat(lane.limit()).isEqualTo(3);
        assertThat(lane.health(0)).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aLateSuccessEarnsMoreButIsSlow() {
        lane.answered(status(204, 1001));

        assertThat(lane.limit()).isEqualTo(3);
        assertThat(lane.health(0)).isEqualTo(Health.SLOW);
    }

    @Test
    void aHealthyPartnerThatFallsSilentIsSlowBeforeItsRequestsTimeOut() {
        succeed(14);
        lane.begun(10 * SECOND);
        lane.begun(10 * SECOND + SECOND / 2);

        assertThat(lane.health(11 * SECOND)).isEqualTo(Health.HEALTHY);
        assertThat(lane.health(11 * SECOND + 1)).isEqualTo(Health.SLOW);

        lane.ended(11 * SECOND + 1);
        assertThat(lane.health(12 * SECOND)).isEqualTo(Health.HEALTHY);
        lane.ended(12 * SECOND);
        assertThat(lane.health(60 * SECOND)).as("nothing is in flight").isEqualTo(Health.HEALTHY);
    }

    private void succeed(int times) {
        IntStream.range(0, times).forEach(i -> lane.answered(status(204, 20)));
    }

    private static Answer status(int status, long millis) {
        return new Answer.Response(status, "", "", after(millis));
    }

    private static Answer timeout() {
        return new Answer.Failure(Cause.TIMEOUT, "No answer within 15000 ms", after(15_000));
    }

    private static Timings after(long millis) {
        return new Timings(OptionalLong.empty(), OptionalLong.empty(), millis * 1000);
    }
}
