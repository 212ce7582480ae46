package com.cactuswealth.gateway.edge;

import com.cactuswealth.platform.logging.RequestId;
import com.cactuswealth.platform.message.Languages;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemBody;
import com.cactuswealth.platform.problem.ProblemType;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Problems as answers of the gateway's own handlers, which run before JAX-RS and its exception mappers. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final long LINGER_MILLIS = 1000;

    private Problems() {}

    /** Answers with the failure: as it is when it is a {@link Problem}, else logged and without its details. */
    public static void send(RoutingContext context, Throwable failure) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        var problem = of(failure);
        context.response().setStatusCode(problem.type().status());
        context.response().headers().addAll(headers(problem));
        context.response().end(body(context.request(), problem));
        discardRest(context);
    }

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            default -> {
                LOG.error("Unexpected failure", failure);
                yield Problem.of(ProblemType.INTERNAL);
            }
        };
    }

    public static MultiMap headers(Problem problem) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        problem.retryAfter()
                .ifPresent(wait -> headers.add(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds()))));
        if (problem.type().status() == 401) {
            headers.add("WWW-Authenticate", "Bearer");
        }
        return headers;
    }

    public static Buffer body(HttpServerRequest request, Problem problem) {
        var language = Languages.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return Json.encodeToBuffer(ProblemBody.of(problem, language, request.getHeader(RequestId.HEADER)));
    }

    /** Lets a client that is still sending read the answer before the connection goes. */
    public static void discardRest(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(null).resume();
        context.vertx().setTimer(LINGER_MILLIS, timer -> {
            if (request.isEnded()) {
                return;
            }
            if (request.version() == HttpVersion.HTTP_2) {
                request.response().reset();
            } else {
                request.connection().close();
            }
        });
    }
}
