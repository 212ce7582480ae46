package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.services.Service;
import java.util.List;
import java.util.Optional;

/**
 * A part of the public paths and the service that answers there.
 *
 * @param pattern leading segments of the path, {@code *} for any one
 */
public record Route(String pattern, Service service) {

    /** The first that matches wins. */
    private static final List<Route> ALL = List.of(
            new Route("/.well-known", Service.AUTH),
            new Route("/api/v1/auth", Service.AUTH),
            new Route("/api/v1/users", Service.AUTH),
            new Route("/api/v1/clients/*/portfolios", Service.PORTFOLIOS),
            new Route("/api/v1/clients", Service.CLIENTS),
            new Route("/api/v1/assets", Service.PORTFOLIOS),
            new Route("/api/v1/portfolios", Service.PORTFOLIOS),
            new Route("/api/v1/webhooks", Service.WEBHOOKS),
            new Route("/api/v1/notifications", Service.NOTIFICATIONS),
            new Route("/api/v1/hooks", Service.NOTIFICATIONS),
            new Route("/api/v1/dead-letters/auth-service", Service.AUTH),
            new Route("/api/v1/dead-letters/client-service", Service.CLIENTS),
            new Route("/api/v1/dead-letters/portfolio-service", Service.PORTFOLIOS),
            new Route("/api/v1/dead-letters/webhook-service", Service.WEBHOOKS),
            new Route("/api/v1/dead-letters/notification-service", Service.NOTIFICATIONS),
            new Route("/ws", Service.NOTIFICATIONS));

    boolean isForSockets() {
        return pattern.equals("/ws");
    }

    /** The route of a normalized path. */
    public static Optional<Route> of(String path) {
        var segments = path.split("/", -1);
        return ALL.stream().filter(route -> route.matches(segments)).findFirst();
    }

    private boolean matches(String[] segments) {
        var expected = pattern.split("/", -1);
        if (segments.length < expected.length) {
            return false;
        }
        for (var i = 0; i < expected.length; i++) {
            if (!expected[i].equals("*") && !expected[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }
}
