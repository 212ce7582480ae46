package com.cactuswealth.budgetguard.instance;

/** The tags that the guard reads and writes. */
public final class Tags {

    /** Whose it is. */
    public static final String PROJECT = "Project";
    /** Its owner agrees that the guard acts on it, with the value {@link #OPTED_IN}. */
    public static final String GUARD = "cactus:budget-guard";

    public static final String OPTED_IN = "stop";
    /** The guard stopped it, in that budget period. */
    public static final String STOPPED_PERIOD = "cactus:stopped-period";
    /** Why the guard stopped it. */
    public static final String STOPPED_REASON = "cactus:stopped-reason";
    /** Whatever its value, the guard does not start the instance. */
    public static final String HOLD = "cactus:hold";
    /** Written by AWS on what an Auto Scaling group manages. */
    public static final String AUTO_SCALING = "aws:autoscaling:groupName";

    private Tags() {}
}
