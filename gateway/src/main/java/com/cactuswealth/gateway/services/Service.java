package com.cactuswealth.gateway.services;

import java.net.URI;

/** A service behind the gateway. */
public enum Service {
    AUTH("auth-service"),
    CLIENTS("client-service"),
    PORTFOLIOS("portfolio-service"),
    WEBHOOKS("webhook-service"),
    NOTIFICATIONS("notification-service");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** The name that people and other systems know it by. */
    public String label() {
        return label;
    }

    URI address(Services services) {
        return switch (this) {
            case AUTH -> services.auth();
            case CLIENTS -> services.clients();
            case PORTFOLIOS -> services.portfolios();
            case WEBHOOKS -> services.webhooks();
            case NOTIFICATIONS -> services.notifications();
        };
    }
}
