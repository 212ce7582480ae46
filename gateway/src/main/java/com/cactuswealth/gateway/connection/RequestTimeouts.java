package com.cactuswealth.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client does not send the headers of a request in time, however steadily it sends, and one that has
 * been without a request for long. Vert.x' own idle timeout begins anew with every byte.
 */
public final class RequestTimeouts extends ChannelInboundHandlerAdapter {

    private final Duration headerTimeout;
    private final Duration keepAlive;
    private ChannelHandlerContext connection;
    private Future<?> timer;
    private boolean awaitsHeaders;
    private boolean answersMalformed;
    private int requests;

    RequestTimeouts(Duration headerTimeout, Duration keepAlive) {
        this.headerTimeout = headerTimeout;
        this.keepAlive = keepAlive;
    }

    /** Those of the connection that the request came by. */
    public static RequestTimeouts of(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel().pipeline().get(RequestTimeouts.class);
    }

    /** The headers of a request are complete; for what follows there are other limits. */
    public void began() {
        connection.executor().execute(() -> {
            requests++;
            awaitsHeaders = false;
            stopTimer();
        });
    }

    /** A request has its answer. */
    public void ended() {
        connection.executor().execute(() -> {
            requests--;
            if (requests == 0) {
                startTimer(keepAlive);
            }
        });
    }

    boolean isWithoutRequest() {
        return requests == 0;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connection = context;
        awaitHeaders();
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (isWithoutRequest() && !awaitsHeaders) {
            awaitHeaders();
        }
        answersMalformed = answersMalformed || MalformedRequests.answerIn(context.pipeline(), this);
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopTimer();
        context.fireChannelInactive();
    }

    private void awaitHeaders() {
        awaitsHeaders = true;
        startTimer(headerTimeout);
    }

    private void startTimer(Duration time) {
        stopTimer();
        timer = connection.executor().schedule(this::close, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void close() {
        var _ = connection.close();
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
