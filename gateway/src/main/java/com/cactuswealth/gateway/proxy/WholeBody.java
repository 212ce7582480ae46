package com.cactuswealth.gateway.proxy;

import com.cactuswealth.gateway.edge.SizeLimit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Reads a body whole. */
final class WholeBody {

    private WholeBody() {}

    /** Fails with a problem 413 when there is more than allowed, and keeps nothing of what comes after. */
    static Future<Buffer> read(ReadStream<Buffer> body, long limit) {
        var promise = Promise.<Buffer>promise();
        var read = Buffer.buffer();
        body.exceptionHandler(promise::tryFail);
        body.endHandler(end -> promise.tryComplete(read));
        body.handler(piece -> {
            if (read.length() + piece.length() <= limit) {
                read.appendBuffer(piece);
            } else {
                body.handler(null);
                promise.tryFail(SizeLimit.problem(limit));
            }
        });
        body.resume();
        return promise.future();
    }
}
