package com.cactuswealth.budgetguard.instance;

/** What the status checks of EC2 say. */
public enum Health {
    NOT_YET_KNOWN,
    OK,
    IMPAIRED
}
