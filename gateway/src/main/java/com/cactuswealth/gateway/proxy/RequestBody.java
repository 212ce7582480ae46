package com.cactuswealth.gateway.proxy;

import com.cactuswealth.platform.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** What the headers of a request say of its body. */
final class RequestBody {

    private static final String CHUNKED = "chunked";
    private static final Set<HttpMethod> USUALLY_WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private RequestBody() {}

    /** Whether there is one. HTTP/2 need not say so; there, what has a body usually without saying its length may have one. */
    static boolean isExpected(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.version() == HttpVersion.HTTP_2
                ? USUALLY_WITH_BODY.contains(request.method())
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Refuses a transfer coding that is not passed on. */
    static void mustBeReadable(HttpServerRequest request) {
        if (!request.headers().getAll(HttpHeaders.TRANSFER_ENCODING).stream().allMatch(CHUNKED::equals)) {
            throw Problem.invalid(HttpHeaders.TRANSFER_ENCODING.toString(), "transferCoding");
        }
    }

    /** Tells a client that waits for it that it may send the body. */
    static void allow(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.headers().remove(HttpHeaders.EXPECT);
            request.response().writeContinue();
        }
    }

    /** Says of a body of unknown length, as HTTP/2 may have it, how HTTP/1.1 sends it on. */
    static void describe(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2 && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            request.headers().set(HttpHeaders.TRANSFER_ENCODING, CHUNKED);
        }
    }
}
