package com.cactuswealth.clients.client;

/** How a client found the firm. */
public enum LeadSource {
    REFERRAL,
    SOCIAL_MEDIA,
    EVENT,
    ORGANIC,
    OTHER
}
