package com.cactuswealth.budgetguard;

/** What a message turned out to say. Only an understood one may ever lead to an action. */
sealed interface Reading {

    record Understood(BudgetAlert alert) implements Reading {}

    /** @param reason why not, for the operator who is told */
    record NotUnderstood(String reason) implements Reading {}
}
