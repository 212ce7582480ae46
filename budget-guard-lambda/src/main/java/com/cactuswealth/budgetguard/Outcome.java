package com.cactuswealth.budgetguard;

/** How a run ended; {@link #ANNOUNCED} comes before one that will take the suite down. */
public enum Outcome {
    ANNOUNCED,
    DONE,
    NOTHING_TO_DO,
    REFUSED,
    FAILED,
    DRY_RUN
}
