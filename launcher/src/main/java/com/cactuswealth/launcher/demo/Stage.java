package com.cactuswealth.launcher.demo;

/** Where a client stands in the pipeline, and for how many working days clients of the demo usually stay there. */
enum Stage {
    PROSPECT(2, 56),
    CONTACTED(2, 38),
    FIRST_MEETING(3, 36),
    SECOND_MEETING(3, 32),
    OPENING(3, 28),
    ONBOARDING(3, 26),
    RESCHEDULE(4, 44),
    ACTIVE_INVESTOR(60, 500),
    ACTIVE_INSURED(60, 500),
    DORMANT(30, 300);

    final int shortestStay;
    final int longestStay;

    Stage(int shortestStay, int longestStay) {
        this.shortestStay = shortestStay;
        this.longestStay = longestStay;
    }
}
