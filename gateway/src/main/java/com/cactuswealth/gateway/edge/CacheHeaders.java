package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.problem.ProblemBody;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Says of every answer of the API and of every problem that it is for its caller only and in the language of its caller,
 * also of those of the services. What has an {@code ETag} may be kept by the caller, who asks each time whether it is still
 * true.
 */
@Singleton
class CacheHeaders {

    void register(@Observes Filters filters) {
        filters.register(this::handle, EdgeOrder.CACHE_HEADERS);
    }

    private void handle(RoutingContext context) {
        var isApi = context.normalizedPath().startsWith("/api/");
        context.addHeadersEndHandler(done -> write(context.response().headers(), isApi));
        context.next();
    }

    private static void write(MultiMap headers, boolean isApi) {
        if (!isApi && !isProblem(headers)) {
            return;
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(
                    HttpHeaders.CACHE_CONTROL, headers.contains(HttpHeaders.ETAG) ? "private, no-cache" : "no-store");
        }
        if (!headers.contains(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, true)) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }

    private static boolean isProblem(MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(ProblemBody.MEDIA_TYPE);
    }
}
