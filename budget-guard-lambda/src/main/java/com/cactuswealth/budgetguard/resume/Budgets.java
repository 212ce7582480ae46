package com.cactuswealth.budgetguard.resume;

/** What AWS knows about our budget now. */
public interface Budgets {

    Spend spend();
}
