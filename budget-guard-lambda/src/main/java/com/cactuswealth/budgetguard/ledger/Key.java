package com.cactuswealth.budgetguard.ledger;

import com.cactuswealth.budgetguard.Action;

/**
 * What is done once only.
 *
 * @param period the budget's, like 2026-11
 * @param threshold the amount that was exceeded, or what else sets two requests of a period apart
 */
public record Key(Action action, String budget, String period, String threshold) {

    public String id() {
        return String.join("/", action.wireName(), budget, period, threshold);
    }
}
