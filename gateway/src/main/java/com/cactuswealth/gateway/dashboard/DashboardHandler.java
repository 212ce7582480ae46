package com.cactuswealth.gateway.dashboard;

import com.cactuswealth.gateway.edge.Encoding;
import com.cactuswealth.gateway.edge.Problems;
import com.cactuswealth.gateway.edge.RequestLog;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Shows the dashboard at every address that nobody else answers, because its own router knows what the address means.
 * Assets have the hash of their content in their name and so never change; an asset that is gone is not found, and
 * never the page instead, so that a tab left open over a release fails honestly and can reload.
 */
@Singleton
class DashboardHandler {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String PAGE = "index.html";
    private static final String ASSETS = "/assets/";
    private static final String NEVER_KEPT = "no-store";

    /** What a path begins with that is the page of nobody. */
    private static final Set<String> TAKEN =
            Set.of("api", "assets", "docs", "health", "openapi.json", "q", "ws", ".well-known");

    /** What a request accepts that does not ask for a page in particular, nor for anything else. */
    private static final Set<String> ANYTHING = Set.of("*/*", "text/*");

    private final DashboardFiles files;

    DashboardHandler(DashboardFiles files) {
        this.files = files;
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        var path = context.normalizedPath();
        if (path.startsWith(ASSETS)) {
            // Also of the answer that there is none: another gateway may have it during a release.
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, NEVER_KEPT);
        }
        if (!READS.contains(context.request().method())) {
            context.next();
            return;
        }
        find(context, path.substring(1))
                .compose(file ->
                        file.isEmpty() && isPage(context, path) ? find(context, PAGE) : Future.succeededFuture(file))
                .onSuccess(found -> found.ifPresentOrElse(file -> send(context, file), context::next))
                .onFailure(failure -> Problems.send(context, failure));
    }

    private Future<Optional<DashboardFile>> find(RoutingContext context, String name) {
        if (!DashboardFiles.isName(name)) {
            return Future.succeededFuture(Optional.empty());
        }
        var accepted = Encoding.accepted(context);
        return context.vertx().executeBlocking(() -> files.find(name, accepted), false);
    }

    private static boolean isPage(RoutingContext context, String path) {
        return !TAKEN.contains(path.split("/", -1)[1]) && (path.equals("/") || isWanted(context, path));
    }

    /**
     * Whether the page is an answer to what the request accepts. Who accepts anything means a page too, unless what is asked
     * for looks like a file that is not there.
     */
    private static boolean isWanted(RoutingContext context, String path) {
        var accepted = context.parsedHeaders().accept();
        if (accepted.stream().anyMatch(type -> isHtml(type) && type.weight() == 0)) {
            return false;
        }
        if (accepted.stream().anyMatch(DashboardHandler::isHtml)) {
            return true;
        }
        var isFile = path.substring(path.lastIndexOf('/')).contains(".");
        return !isFile
                && (accepted.isEmpty()
                        || accepted.stream().anyMatch(type -> ANYTHING.contains(rangeOf(type)) && type.weight() > 0));
    }

    private static boolean isHtml(MIMEHeader type) {
        return rangeOf(type).equals("text/html");
    }

    private static String rangeOf(MIMEHeader type) {
        return type.rawValue().split(";", 2)[0].strip();
    }

    private static void send(RoutingContext context, DashboardFile file) {
        RequestLog.taken(context, "dashboard");
        var request = context.request();
        var response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, caching(file))
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!file.name().equals(PAGE)) {
            response.putHeader(HttpHeaders.ETAG, file.tag());
            if (request.headers().contains(HttpHeaders.IF_NONE_MATCH)
                    && request.getHeader(HttpHeaders.IF_NONE_MATCH).contains(file.tag())) {
                response.setStatusCode(304).end();
                return;
            }
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType())
                .putHeader(
                        HttpHeaders.CONTENT_LENGTH,
                        String.valueOf(file.content().length()));
        if (file.encoding() != Encoding.IDENTITY) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, file.encoding().token());
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(file.content());
        }
    }

    private static String caching(DashboardFile file) {
        if (file.name().equals(PAGE)) {
            return NEVER_KEPT;
        }
        return ('/' + file.name()).startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
