package com.cactuswealth.clients.client;

/** Where a client stands in the pipeline. Any stage may follow any other. */
public enum Stage {
    PROSPECT,
    CONTACTED,
    FIRST_MEETING,
    SECOND_MEETING,
    OPENING,
    ONBOARDING,
    RESCHEDULE,
    ACTIVE_INVESTOR,
    ACTIVE_INSURED,
    DORMANT
}
