package com.cactuswealth.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A body that goes through gzip piece by piece. */
class GzipBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> plain;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private Handler<Buffer> onData;

    GzipBody(ReadStream<Buffer> plain) {
        this.plain = plain;
        try {
            gzip = new GZIPOutputStream(compressed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        onData = handler;
        plain.handler(handler == null ? null : buffer -> pass(() -> gzip.write(buffer.getBytes())));
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        plain.endHandler(
                handler == null
                        ? null
                        : ended -> {
                            pass(gzip::close);
                            handler.handle(null);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        plain.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        plain.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        plain.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        plain.fetch(amount);
        return this;
    }

    private void pass(Step step) {
        try {
            step.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (compressed.size() > 0) {
            onData.handle(Buffer.buffer(compressed.toByteArray()));
            compressed.reset();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
