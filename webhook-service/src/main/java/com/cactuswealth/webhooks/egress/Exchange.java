package com.cactuswealth.webhooks.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cactuswealth.webhooks.egress.Answer.Cause;
import com.cactuswealth.webhooks.egress.Answer.Timings;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;

/** One request and its answer, bounded in time and size. All of it happens on one event loop. */
final class Exchange {

    static final int KEPT_BYTES = 4 * 1024;

    /** Reading on lets the connection be reused; beyond this a new connection is cheaper. */
    private static final int READ_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final Duration timeout;
    private final Promise<Answer> answer = Promise.promise();
    private final Buffer kept = Buffer.buffer();
    private final long begin = System.nanoTime();
    private final long timer;

    private HttpClientRequest request;
    private HttpClientResponse response;
    private OptionalLong connect = OptionalLong.empty();
    private OptionalLong firstByte = OptionalLong.empty();
    private long read;

    Exchange(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
        this.timer = vertx.setTimer(timeout.toMillis(), ignored -> expire());
    }

    /** To exactly the checked address, while Host, SNI and certificate verification keep the name. */
    static RequestOptions options(Target target, InetAddress address, MultiMap headers) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(target.secure())
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.resource())
                .setHeaders(headers)
                .setFollowRedirects(false);
    }

    Future<Answer> run(Future<HttpClientRequest> connection, Buffer body) {
        connection.onSuccess(ready -> send(ready, body)).onFailure(this::fail);
        return answer.future();
    }

    private void send(HttpClientRequest ready, Buffer body) {
        if (answer.future().isComplete()) {
            ready.reset();
            return;
        }
        request = ready;
        connect = OptionalLong.of(elapsed());
        ready.send(body).onSuccess(this::receive).onFailure(this::fail);
    }

    private void receive(HttpClientResponse begun) {
        response = begun;
        firstByte = OptionalLong.of(elapsed());
        begun.handler(this::keep).endHandler(ignored -> finish()).exceptionHandler(ignored -> finish());
    }

    private void keep(Buffer chunk) {
        var room = KEPT_BYTES - kept.length();
        if (room > 0) {
            kept.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
        }
        read += chunk.length();
        if (read > READ_BYTES) {
            finish();
            request.reset();
        }
    }

    /** A status that has arrived counts, even when the rest of the answer does not come. */
    private void finish() {
        var retryAfter = response.getHeader("Retry-After");
        complete(new Answer.Response(
                response.statusCode(),
                retryAfter == null ? "" : retryAfter,
                printable(kept.toString(UTF_8)),
                timings()));
    }

    private void expire() {
        if (response != null) {
            finish();
        } else {
            complete(new Answer.Failure(Cause.TIMEOUT, "No answer within " + timeout.toMillis() + " ms", timings()));
        }
        if (request != null) {
            request.reset();
        }
    }

    private void fail(Throwable failure) {
        var cause = failure instanceof BlockedException ? Cause.BLOCKED : Cause.UNREACHABLE;
        complete(new Answer.Failure(cause, printable(describe(failure)), timings()));
    }

    private static String describe(Throwable failure) {
        return switch (failure) {
            case BlockedException blocked -> blocked.getMessage();
            case UnknownHostException unknown -> "Host not found";
            case ConnectException refused -> "Connection refused";
            case SSLException tls -> "TLS: " + tls.getMessage();
            default -> String.valueOf(failure.getMessage());
        };
    }

    private void complete(Answer result) {
        vertx.cancelTimer(timer);
        answer.tryComplete(result);
    }

    private Timings timings() {
        return new Timings(connect, firstByte, elapsed());
    }

    private long elapsed() {
        return (System.nanoTime() - begin) / 1000;
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String printable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
