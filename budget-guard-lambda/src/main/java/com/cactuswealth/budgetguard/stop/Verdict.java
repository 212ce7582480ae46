package com.cactuswealth.budgetguard.stop;

import com.cactuswealth.budgetguard.Outcome;
import com.cactuswealth.budgetguard.alert.BudgetAlert;
import com.cactuswealth.budgetguard.report.Remark;

/** What a notice leads to. */
sealed interface Verdict {

    /** The budget is spent: stop. */
    record Spent(BudgetAlert alert) implements Verdict {}

    /** A notice that is not believed or does not concern us. */
    record Refused(Remark why) implements Verdict {}

    /** Our budget's, but no reason to stop. */
    record Harmless(BudgetAlert alert, Outcome outcome, Remark why) implements Verdict {}
}
