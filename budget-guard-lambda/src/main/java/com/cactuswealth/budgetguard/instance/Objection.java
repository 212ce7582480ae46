package com.cactuswealth.budgetguard.instance;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import java.util.List;
import java.util.Optional;

/** Why the instances that were found cannot be those that are meant. */
public final class Objection {

    private Objection() {}

    public static Optional<Remark> to(List<Instance> targets, GuardConfig config) {
        if (targets.isEmpty()) {
            return Optional.of(Remark.of(Phrase.NO_INSTANCES, config.project()));
        }
        return targets.size() > config.maxInstances()
                ? Optional.of(Remark.of(Phrase.TOO_MANY_INSTANCES, targets.size(), config.maxInstances()))
                : Optional.empty();
    }
}
