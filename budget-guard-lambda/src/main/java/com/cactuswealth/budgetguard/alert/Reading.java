package com.cactuswealth.budgetguard.alert;

/** What a message turned out to say. Only an understood one may ever lead to an action. */
public sealed interface Reading {

    /** An alert, all of it. */
    record Understood(BudgetAlert alert) implements Reading {}

    /** @param reason why not, for the operator who is told */
    record NotUnderstood(String reason) implements Reading {}
}
