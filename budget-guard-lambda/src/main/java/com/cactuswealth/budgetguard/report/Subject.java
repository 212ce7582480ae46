package com.cactuswealth.budgetguard.report;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a run is about.
 *
 * @param run which run; retries of it have the same
 * @param period the budget's, like 2026-11
 * @param amount spent or expected, null where not known
 * @param budgeted the budget's limit, null where not known
 */
@RegisterForReflection
public record Subject(String run, Action action, String budget, String period, BigDecimal amount, BigDecimal budgeted) {

    public Subject withSpend(BigDecimal newAmount, BigDecimal newBudgeted) {
        return new Subject(run, action, budget, period, newAmount, newBudgeted);
    }

    /** A report that touched no instance. */
    public Report report(Outcome outcome, Remark... remarks) {
        return new Report(this, outcome, List.of(remarks), List.of(), List.of());
    }
}
