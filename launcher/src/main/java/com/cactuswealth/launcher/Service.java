package com.cactuswealth.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The processes of the suite that are ours; each is a module of its own. */
public enum Service {
    GATEWAY("gateway", "", 0),
    AUTH("auth-service", "auth", 1),
    CLIENTS("client-service", "clients", 2),
    PORTFOLIOS("portfolio-service", "portfolios", 3),
    WEBHOOKS("webhook-service", "webhooks", 4),
    NOTIFICATIONS("notification-service", "notifications", 5);

    private final String module;
    private final String role;
    private final int portOffset;

    Service(String module, String role, int portOffset) {
        this.module = module;
        this.role = role;
        this.portOffset = portOffset;
    }

    /** The module's folder, which is also what people call the service. */
    public String module() {
        return module;
    }

    /** Its role and schema in PostgreSQL, when it has one. */
    public Optional<String> role() {
        return role.isEmpty() ? Optional.empty() : Optional.of(role);
    }

    /** Where it listens, counted from the gateway's port. */
    public int portOffset() {
        return portOffset;
    }

    public static List<String> modules() {
        return Arrays.stream(values()).map(Service::module).toList();
    }

    /** The service of that module; short names such as "client" or "clients" are understood. */
    public static Service named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(name)
                        || service.role.equals(name)
                        || service.module.equals(name + "-service"))
                .findFirst()
                .orElseThrow(() ->
                        new LauncherFailure("no service " + name + "; there are " + String.join(", ", modules())));
    }
}
