package com.cactuswealth.gateway.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cookie that names a session. Its {@code __Host-} prefix makes browsers take it only from this host itself, over
 * a secure connection and for all paths, so that no neighbouring subdomain can plant one.
 */
final class SessionCookie {

    private static final String NAME = "__Host-cactus";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private SessionCookie() {}

    static Optional<SessionId> of(HttpServerRequest request) {
        return cookies(request)
                .filter(isOurs())
                .map(cookie -> cookie.substring(NAME.length() + 1))
                .findFirst()
                .flatMap(SessionId::parse);
    }

    /** Takes it out of the request, so that no service ever sees it. */
    static void remove(HttpServerRequest request) {
        if (!request.headers().contains(HttpHeaders.COOKIE)) {
            return;
        }
        var others = cookies(request).filter(isOurs().negate()).collect(Collectors.joining("; "));
        if (others.isEmpty()) {
            request.headers().remove(HttpHeaders.COOKIE);
        } else {
            request.headers().set(HttpHeaders.COOKIE, others);
        }
    }

    /** The header that gives it to the browser for as long as a session can last. */
    static String set(SessionId id, SessionConfig config) {
        return NAME + '=' + id.value() + "; Max-Age=" + config.lifetime().toSeconds() + ATTRIBUTES;
    }

    /** The header that takes it away. */
    static String expired() {
        return NAME + "=; Max-Age=0" + ATTRIBUTES;
    }

    private static Predicate<String> isOurs() {
        return cookie -> cookie.startsWith(NAME + '=');
    }

    private static Stream<String> cookies(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> Arrays.stream(header.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty());
    }
}
