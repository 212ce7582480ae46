package com.cactuswealth.clients.activity;

/** What can happen to a client. */
public enum ActivityKind {
    CLIENT_CREATED,
    /** Taken over from another system, which knew the client from then on. */
    CLIENT_IMPORTED,
    CLIENT_UPDATED,
    STAGE_CHANGED,
    CLIENT_TRANSFERRED,
    CLIENT_ARCHIVED,
    CLIENT_RESTORED,
    PORTFOLIO_OPENED
}
