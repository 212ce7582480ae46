package com.cactuswealth.budgetguard;

/** What the guard can be asked for; {@link #wireName} is how events, ledger and reports write it. */
public enum Action {
    STOP("stop"),
    RESIZE("resize"),
    RESUME("resume"),
    SELF_TEST("self-test");

    private final String wireName;

    Action(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
