package com.cactuswealth.budgetguard.resize;

import static com.cactuswealth.budgetguard.instance.Instance.State.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.budgetguard.instance.Instance;
import com.cactuswealth.budgetguard.instance.Tags;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuitabilityTest {

    private final Suitability suitability = new Suitability(
            List.of("t4g.micro", "t4g.small"), Map.of("t4g.micro", Set.of("arm64"), "t4g.small", Set.of("arm64")));

    @Test
    void anInstanceOfAConfiguredTypeAndTheSameArchitectureMayBeChanged() {
        assertThat(suitability.objection(instance("t4g.small", "arm64", false, Map.of())))
                .isEmpty();
    }

    @Test
    void anotherArchitectureMayNot() {
        assertThat(suitability.objection(instance("t4g.small", "x86_64", false, Map.of())))
                .contains(Remark.of(Phrase.OTHER_ARCHITECTURE, "i-1", "x86_64", "t4g.micro"));
    }

    @Test
    void aTypeThatIsNotConfiguredMayNotSinceNothingLeadsBackToIt() {
        assertThat(suitability.objection(instance("m7g.large", "arm64", false, Map.of())))
                .contains(Remark.of(Phrase.UNKNOWN_TYPE, "i-1", "m7g.large"));
    }

    @Test
    void nothingIsChangedToATypeThatAwsDoesNotKnow() {
        var misspelt = new Suitability(List.of("t4g.mikro", "t4g.small"), Map.of("t4g.small", Set.of("arm64")));

        assertThat(misspelt.objection(instance("t4g.small", "arm64", false, Map.of())))
                .contains(Remark.of(Phrase.UNKNOWN_TYPE, "i-1", "t4g.mikro"));
    }

    @Test
    void aRootDiskThatStoppingWouldLoseForbidsIt() {
        assertThat(suitability.objection(instance("t4g.small", "arm64", true, Map.of())))
                .contains(Remark.of(Phrase.INSTANCE_STORE, "i-1"));
    }

    @Test
    void anAutoScalingGroupsMemberIsTheGroupsBusiness() {
        assertThat(suitability.objection(instance("t4g.small", "arm64", false, Map.of(Tags.AUTO_SCALING, "web"))))
                .contains(Remark.of(Phrase.AUTO_SCALING, "i-1", "web"));
    }

    private static Instance instance(String type, String architecture, boolean rootIsLocal, Map<String, String> tags) {
        return new Instance("i-1", type, RUNNING, architecture, rootIsLocal, tags);
    }
}
