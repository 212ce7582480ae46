package com.cactuswealth.budgetguard.resize;

import static com.cactuswealth.budgetguard.instance.Instance.State.PENDING;
import static com.cactuswealth.budgetguard.instance.Instance.State.RUNNING;
import static com.cactuswealth.budgetguard.instance.Instance.State.STOPPED;
import static com.cactuswealth.budgetguard.instance.Instance.State.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.budgetguard.instance.Instance;
import com.cactuswealth.budgetguard.instance.Instance.State;
import com.cactuswealth.budgetguard.resize.Resizing.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResizingTest {

    private static final List<String> TYPES = List.of("t4g.micro", "t4g.nano", "t4g.small", "t4g.medium");

    private final Resizing fresh = Resizing.of(instance("t4g.small", RUNNING));

    @Test
    void aRunningInstanceIsStoppedThenChangedThenStartedThenChecked() {
        assertThat(fresh.next(instance("t4g.small", RUNNING), TYPES)).isEqualTo(Step.STOP);
        assertThat(fresh.next(instance("t4g.small", STOPPING), TYPES)).isEqualTo(Step.WAIT);
        assertThat(fresh.next(instance("t4g.small", STOPPED), TYPES)).isEqualTo(Step.CHANGE_TYPE);
        assertThat(fresh.next(instance("t4g.micro", STOPPED), TYPES)).isEqualTo(Step.START);
        assertThat(fresh.next(instance("t4g.micro", PENDING), TYPES)).isEqualTo(Step.WAIT);
        assertThat(fresh.next(instance("t4g.micro", RUNNING), TYPES)).isEqualTo(Step.CHECK_HEALTH);
    }

    @Test
    void aStoppedInstanceIsChangedAndStaysStopped() {
        var stopped = Resizing.of(instance("t4g.small", STOPPED));

        assertThat(stopped.next(instance("t4g.small", STOPPED), TYPES)).isEqualTo(Step.CHANGE_TYPE);
        assertThat(stopped.next(instance("t4g.micro", STOPPED), TYPES)).isEqualTo(Step.FINISH);
    }

    @Test
    void aTypeThatFailsGivesWayToTheNextAndAtLastToTheOldOneButNeverToALargerOne() {
        var second = fresh.without("t4g.micro", "InsufficientInstanceCapacity");
        var third = second.without("t4g.nano", "InsufficientInstanceCapacity");
        var none = third.without("t4g.small", "InsufficientInstanceCapacity");

        assertThat(fresh.wanted(TYPES)).contains("t4g.micro");
        assertThat(second.wanted(TYPES)).contains("t4g.nano");
        assertThat(third.wanted(TYPES)).contains("t4g.small");
        assertThat(none.wanted(TYPES)).isEmpty();
        assertThat(none.next(instance("t4g.small", STOPPED), TYPES)).isEqualTo(Step.GIVE_UP);
    }

    @Test
    void anImpairedInstanceOfTheNewTypeIsStoppedAgain() {
        var impaired = fresh.without("t4g.micro", "IMPAIRED");

        assertThat(impaired.next(instance("t4g.micro", RUNNING), TYPES)).isEqualTo(Step.STOP);
    }

    private static Instance instance(String type, State state) {
        return new Instance("i-1", type, state, "arm64", false, Map.of());
    }
}
