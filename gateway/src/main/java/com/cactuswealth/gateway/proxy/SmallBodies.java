package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.SizeLimit;
import com.cactuswealth.gateway.services.ProxyConfig;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Small bodies, which are read whole before a service is asked, so that no connection to a service waits for a slow client. */
@Singleton
class SmallBodies {

    static final ProblemType TOO_SLOW = new ProblemType("request-timeout", 408);

    private final Vertx vertx;
    private final long limit;
    private final long timeoutMillis;

    SmallBodies(Vertx vertx, ProxyConfig config) {
        this.vertx = vertx;
        limit = config.maxAnonymousRequestSize().asLongValue();
        timeoutMillis = config.bodyTimeout().toMillis();
    }

    /** Whether the request says that its body is small; one that does not say its length is not. */
    boolean isSmall(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH) && SizeLimit.announced(request) <= limit;
    }

    /** Fails with a problem when the body is larger, or not there in time. */
    Future<Buffer> read(HttpServerRequest request) {
        if (SizeLimit.announced(request) > limit) {
            return Future.failedFuture(SizeLimit.problem(limit));
        }
        RequestBody.allow(request);
        var result = Promise.<Buffer>promise();
        var timer = vertx.setTimer(timeoutMillis, late -> result.tryFail(Problem.of(TOO_SLOW, "bodyTooSlow")));
        WholeBody.read(request, limit).onComplete(read -> {
            vertx.cancelTimer(timer);
            if (read.succeeded()) {
                result.tryComplete(read.result());
            } else {
                result.tryFail(read.cause());
            }
        });
        return result.future();
    }
}
