package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.SizeLimit;
import com.cactuswealth.gateway.services.ProxyConfig;
import com.cactuswealth.platform.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;

/**
 * A request body on its way to a service. It fails when more comes than is allowed, for bodies that did not announce their
 * length, and when it comes too slowly though the service would take more.
 */
class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final long leastPerWindow;
    private final Vertx vertx;
    private final long timer;
    private Handler<Throwable> onFailure;
    private long read;
    private long readBefore;
    private boolean paused;
    private boolean wasPaused;
    private Problem refusal;

    LimitedBody(ReadStream<Buffer> body, ProxyConfig config, Vertx vertx) {
        this.body = body;
        this.vertx = vertx;
        limit = config.maxRequestSize().asLongValue();
        leastPerWindow = config.lowestRate().asLongValue() * config.rateWindow().toMillis() / 1000;
        timer = vertx.setPeriodic(config.rateWindow().toMillis(), tick -> measure());
    }

    /** Why it failed, if that was the client's fault. */
    Optional<Problem> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Nothing more is wanted of it. */
    void over() {
        vertx.cancelTimer(timer);
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        paused = true;
        wasPaused = true;
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        paused = false;
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        paused = false;
        body.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> endHandler) {
        body.endHandler(
                endHandler == null
                        ? null
                        : end -> {
                            over();
                            endHandler.handle(null);
                        });
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        read += buffer.length();
        if (read <= limit) {
            handler.handle(buffer);
        } else {
            refuse(SizeLimit.problem(limit));
        }
    }

    /** The client is not slow while the service is. */
    private void measure() {
        if (!wasPaused && read - readBefore < leastPerWindow) {
            refuse(Problem.of(SmallBodies.TOO_SLOW, "bodyTooSlow"));
        }
        readBefore = read;
        wasPaused = paused;
    }

    private void refuse(Problem problem) {
        over();
        refusal = problem;
        if (onFailure != null) {
            onFailure.handle(problem);
        }
    }
}
