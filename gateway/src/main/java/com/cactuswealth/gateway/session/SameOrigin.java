package com.cactuswealth.gateway.session;

import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/**
 * The guard against cross-site request forgery and cross-site WebSocket hijacking. A browser adds our cookie to
 * requests that other sites cause, too, but it also says where a request comes from, and scripts cannot change that:
 * {@code Sec-Fetch-Site}, or from older browsers {@code Origin}. A request that would change something in the name of
 * a cookie must prove by one of them that it comes from our own pages. One that says nothing is refused as well: every
 * browser of the last years sends at least one of the two with unsafe methods and WebSockets, and programs have no
 * reason to use cookies, because they have bearer tokens.
 */
final class SameOrigin {

    private static final ProblemType CROSS_SITE = new ProblemType("cross-site-request", 403);

    private SameOrigin() {}

    /** For requests with our cookie. */
    static void mustBeProven(HttpServerRequest request) {
        if (!isProven(request)) {
            throw refusal();
        }
    }

    /** For signing in, which needs no cookie: programs that say nothing may, other sites in a browser may not. */
    static void mustNotBeDisproven(HttpServerRequest request) {
        if (saysWhere(request) && !isProven(request)) {
            throw refusal();
        }
    }

    private static Problem refusal() {
        return Problem.of(CROSS_SITE, "session.crossSite");
    }

    private static boolean saysWhere(HttpServerRequest request) {
        return request.headers().contains("Sec-Fetch-Site") || request.headers().contains("Origin");
    }

    private static boolean isProven(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        return origin != null && isOurs(origin, request);
    }

    private static boolean isOurs(String origin, HttpServerRequest request) {
        var host = request.authority();
        try {
            var from = URI.create(origin);
            return host != null
                    && request.scheme().equals(from.getScheme())
                    && host.host().equalsIgnoreCase(from.getHost())
                    && port(host.port(), from.getScheme()) == port(from.getPort(), from.getScheme());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static int port(int explicit, String scheme) {
        return explicit > 0 ? explicit : scheme.equals("https") ? 443 : 80;
    }
}
