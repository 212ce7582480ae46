package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.alert.SnsNotice;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What a function is invoked with: the envelope of SNS, the input of a schedule, or what the function sent itself. AWS'
 * own type for the envelope would bring Joda-Time along.
 *
 * @param records what SNS delivers, else empty
 * @param action what a schedule asks for, else null
 * @param continuation null unless an earlier invocation ran out of time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection
public record GuardEvent(@JsonProperty("Records") List<Item> records, String action, Continuation continuation) {

    public GuardEvent {
        records = records == null ? List.of() : Collections.unmodifiableList(records);
    }

    /** What SNS delivers; there may be nothing in what somebody makes up. */
    public List<SnsNotice> notices() {
        return records.stream()
                .filter(Objects::nonNull)
                .map(Item::sns)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether this asks for the action, at first or once more. */
    public boolean asksFor(Action wanted) {
        return wanted.wireName().equals(action);
    }

    /** One message of the envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @RegisterForReflection
    public record Item(@JsonProperty("Sns") SnsNotice sns) {}

    /**
     * Carries on with what is claimed in the ledger. It names the entry only: what to do stands there, so that nobody can
     * have anything done by inventing a continuation.
     *
     * @param id the entry
     * @param round how many invocations there have been before
     */
    @RegisterForReflection
    public record Continuation(String id, int round) {}
}
