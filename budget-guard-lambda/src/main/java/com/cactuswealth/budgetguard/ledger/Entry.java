package com.cactuswealth.budgetguard.ledger;

/**
 * Something that this invocation has claimed.
 *
 * @param task what it is about
 * @param progress what earlier invocations left behind, at first empty
 */
public record Entry(String id, String task, String progress) {}
