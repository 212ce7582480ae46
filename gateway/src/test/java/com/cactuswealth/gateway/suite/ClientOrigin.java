package com.cactuswealth.gateway.suite;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** client-service, with paths that behave well and badly. */
public class ClientOrigin extends Origin {

    public static final int LARGE_CHUNKS = 64;
    public static final int CHUNK_BYTES = 1 << 20;

    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger endless = new AtomicInteger();

    ClientOrigin(Vertx vertx) {
        super(vertx);
    }

    /** The next requests for {@code /cut} lose their connection. */
    public void cutNext(int requests) {
        cuts.set(requests);
    }

    /** How many answers without an end are being sent. */
    public int endlessAnswers() {
        return endless.get();
    }

    @Override
    void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/api/v1/clients/slow" -> request.resume();
            case "/api/v1/clients/cut" -> cut(request);
            case "/api/v1/clients/nothing" ->
                request.response().setStatusCode(204).end();
            case "/api/v1/clients/large" ->
                send(request.response().setChunked(true)::write, LARGE_CHUNKS)
                        .onSuccess(sent -> request.response().end());
            case "/api/v1/clients/endless" -> sendEndlessly(request);
            default ->
                request.body()
                        .onSuccess(body -> request.response()
                                .putHeader("Server", "Secret/1.0")
                                .putHeader("Content-Type", "application/json")
                                .end("{\"bytes\":" + body.length() + "}"));
        }
    }

    private void cut(HttpServerRequest request) {
        if (cuts.getAndDecrement() > 0) {
            request.connection().close();
        } else {
            request.response().end("{\"bytes\":0}");
        }
    }

    private void sendEndlessly(HttpServerRequest request) {
        endless.incrementAndGet();
        request.connection().closeHandler(gone -> endless.decrementAndGet());
        send(request.response().setChunked(true)::write, Integer.MAX_VALUE);
    }

    private static Future<Void> send(Function<Buffer, Future<Void>> write, int times) {
        return times == 0
                ? Future.succeededFuture()
                : write.apply(Buffer.buffer(new byte[CHUNK_BYTES])).compose(written -> send(write, times - 1));
    }
}
