package com.cactuswealth.clients.client;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
    DORMANT;

    /** On the way to becoming active. */
    public static final Set<Stage> OPEN = Collections.unmodifiableSet(EnumSet.range(PROSPECT, RESCHEDULE));

    /** The firm looks after money or risks of the client: it is won. */
    public static final Set<Stage> ACTIVE = Collections.unmodifiableSet(EnumSet.of(ACTIVE_INVESTOR, ACTIVE_INSURED));
}
