package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.SizeLimit;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body that fails when more comes than is allowed, for bodies that did not announce their length. */
class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final SizeLimit limit;
    private Handler<Throwable> onFailure;
    private long read;

    LimitedBody(ReadStream<Buffer> body, SizeLimit limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean isExceeded() {
        return read > limit.bytes();
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
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> endHandler) {
        body.endHandler(endHandler);
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        read += buffer.length();
        if (!isExceeded()) {
            handler.handle(buffer);
        } else if (onFailure != null) {
            onFailure.handle(limit.problem());
        }
    }
}
