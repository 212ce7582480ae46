package com.cactuswealth.webhooks.endpoint;

/** Whether an endpoint receives. A paused one gets what happened meanwhile when it resumes; a disabled one does not. */
public enum EndpointState {
    ENABLED,
    PAUSED,
    DISABLED
}
