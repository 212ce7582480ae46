package com.cactuswealth.gateway.suite;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** client-service, with paths that behave well and badly. */
public class ClientOrigin extends Origin {

    public static final int LARGE_CHUNKS = 64;
    public static final int CHUNK_BYTES = 1 << 20;

    /** Long, and repetitive as lists are. */
    public static final String LIST =
            "{\"items\":[" + "{\"firstName\":\"Lucía\",\"stage\":\"PROSPECT\"},".repeat(100) + "null]}";

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
            case "/api/v1/clients/list" ->
                typed(request, 200, "application/json").end(LIST);
            case "/api/v1/clients/list-in-pieces" ->
                typed(request, 200, "application/json").setChunked(true).end(LIST);
            case "/api/v1/clients/refusal" ->
                typed(request, 409, "application/problem+json").end(LIST);
            case "/api/v1/clients/report" ->
                typed(request, 200, "application/pdf").end(LIST);
            // Not really in gzip, so that another compression would show.
            case "/api/v1/clients/encoded" ->
                typed(request, 200, "application/json")
                        .putHeader("Content-Encoding", "gzip")
                        .end(LIST);
            // Takes its time for whatever comes.
            case "/api/v1/clients/patient" -> request.resume();
            case "/api/v1/clients/unauthorized" ->
                typed(request, 401, "application/problem+json").end("{}");
            case "/api/v1/clients/created" ->
                request.response()
                        .setStatusCode(201)
                        .putHeader("Location", "http://" + request.getHeader("Host") + "/api/v1/clients/9?a=b")
                        .putHeader("Content-Location", "/api/v1/clients/9")
                        .end();
            case "/api/v1/clients/elsewhere" ->
                request.response()
                        .setStatusCode(303)
                        .putHeader("Location", "https://accounts.example/" + request.getHeader("Host"))
                        .end();
            case "/api/v1/clients/tagged" ->
                typed(request, 200, "application/json")
                        .putHeader("ETag", "\"3\"")
                        .end("{}");
            case "/api/v1/clients/kept" ->
                typed(request, 200, "application/json")
                        .putHeader("Cache-Control", "max-age=60")
                        .putHeader("Vary", "Accept-Language")
                        .end("{}");
            case "/api/v1/clients/endless" -> sendEndlessly(request);
            default ->
                request.body()
                        .onSuccess(body -> request.response()
                                .putHeader("Server", "Secret/1.0")
                                .putHeader("Content-Type", "application/json")
                                .end("{\"bytes\":" + body.length() + "}"));
        }
    }

    private static HttpServerResponse typed(HttpServerRequest request, int status, String type) {
        return request.response().setStatusCode(status).putHeader("Content-Type", type);
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
