package com.cactuswealth.budgetguard.report;

/** Where secrets are kept. */
public interface Secrets {

    String named(String name);
}
