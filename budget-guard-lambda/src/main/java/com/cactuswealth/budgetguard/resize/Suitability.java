package com.cactuswealth.budgetguard.resize;

import com.cactuswealth.budgetguard.instance.Instance;
import com.cactuswealth.budgetguard.instance.Tags;
import com.cactuswealth.budgetguard.report.Phrase;
import com.cactuswealth.budgetguard.report.Remark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an instance may be changed to any of the configured types.
 *
 * @param architectures of each type that AWS knows
 */
record Suitability(List<String> preferences, Map<String, Set<String>> architectures) {

    /** Its type must be a configured one too: a fall-back has to lead back to it. */
    Optional<Remark> objection(Instance instance) {
        var group = instance.tag(Tags.AUTO_SCALING);
        if (group.isPresent()) {
            return objection(Phrase.AUTO_SCALING, instance.id(), group.get());
        }
        if (instance.rootIsLocal()) {
            return objection(Phrase.INSTANCE_STORE, instance.id());
        }
        if (!preferences.contains(instance.type())) {
            return objection(Phrase.UNKNOWN_TYPE, instance.id(), instance.type());
        }
        for (var type : preferences) {
            var known = architectures.get(type);
            if (known == null) {
                return objection(Phrase.UNKNOWN_TYPE, instance.id(), type);
            }
            if (!known.contains(instance.architecture())) {
                return objection(Phrase.OTHER_ARCHITECTURE, instance.id(), instance.architecture(), type);
            }
        }
        return Optional.empty();
    }

    private static Optional<Remark> objection(Phrase phrase, Object... values) {
        return Optional.of(Remark.of(phrase, values));
    }
}
