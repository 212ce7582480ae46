package com.cactuswealth.budgetguard.resize;

import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.report.Remark;
import java.util.Collection;
import java.util.List;

/** How it ended for one instance. */
record Conclusion(Outcome outcome, Remark remark) {

    /** What deserves attention before what went well. */
    private static final List<Outcome> BY_WEIGHT =
            List.of(Outcome.FAILED, Outcome.REFUSED, Outcome.DRY_RUN, Outcome.DONE, Outcome.NOTHING_TO_DO);

    static Outcome worst(Collection<Conclusion> conclusions) {
        return BY_WEIGHT.stream()
                .filter(outcome -> conclusions.stream().anyMatch(conclusion -> conclusion.outcome() == outcome))
                .findFirst()
                .orElseThrow();
    }
}
