package com.cactuswealth.gateway.connection;

import com.cactuswealth.platform.message.Languages;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemBody;
import com.cactuswealth.platform.problem.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.json.Json;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Answers with a problem what is no HTTP/1.1 request at all, which Vert.x would answer with an empty body. The language of its
 * sender is not known, so it is Spanish.
 */
final class MalformedRequests extends ChannelInboundHandlerAdapter {

    private static final String NAME = "malformed-requests";
    private static final String AFTER_HANDSHAKE = "malformed-requests-after-handshake";

    private final RequestTimeouts requests;
    private boolean refused;

    private MalformedRequests(RequestTimeouts requests) {
        this.requests = requests;
    }

    /**
     * Takes its place before Vert.x' own handler, as soon as it is clear that the connection speaks HTTP/1.1; returns whether
     * it has it, so that it is not looked for with every read.
     */
    static boolean answerIn(ChannelPipeline pipeline, RequestTimeouts requests) {
        if (pipeline.get(NAME) != null) {
            return true;
        }
        if (pipeline.get("httpDecoder") != null && pipeline.get("handler") != null) {
            pipeline.addBefore("handler", NAME, new MalformedRequests(requests));
            return true;
        }
        if (pipeline.get("handshaker") != null && pipeline.get(AFTER_HANDSHAKE) == null) {
            // The first request may come together with the end of the handshake.
            pipeline.addAfter(
                    pipeline.context(SslHandler.class).name(), AFTER_HANDSHAKE, new ChannelInboundHandlerAdapter() {
                        @Override
                        public void userEventTriggered(ChannelHandlerContext context, Object event) {
                            context.fireUserEventTriggered(event);
                            if (event instanceof SslHandshakeCompletionEvent) {
                                answerIn(context.pipeline(), requests);
                            }
                        }
                    });
        }
        return false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request && isMalformed(request) && requests.isWithoutRequest()) {
            refused = true;
            ReferenceCountUtil.release(message);
            context.writeAndFlush(refusal(status(request))).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean isMalformed(HttpRequest request) {
        return request.decoderResult().isFailure() || !isKnown(request.protocolVersion()) || !isAddress(request.uri());
    }

    /** What Quarkus takes for one. */
    private static boolean isAddress(String uri) {
        try {
            return !new URI(uri).toString().isEmpty();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean isKnown(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    private static HttpResponseStatus status(HttpRequest request) {
        return switch (request.decoderResult().cause()) {
            case null ->
                isKnown(request.protocolVersion())
                        ? HttpResponseStatus.BAD_REQUEST
                        : HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
            case TooLongHttpLineException tooLong -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException tooLong -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
    }

    private static DefaultFullHttpResponse refusal(HttpResponseStatus status) {
        var problem = ProblemBody.of(Problem.of(type(status), "malformedRequest"), Languages.SPANISH, null);
        var body = Unpooled.wrappedBuffer(Json.encodeToBuffer(problem).getBytes());
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, "close")
                .set("X-Content-Type-Options", "nosniff");
        return response;
    }

    private static ProblemType type(HttpResponseStatus status) {
        return switch (status.code()) {
            case 414 -> new ProblemType("uri-too-long", 414);
            case 431 -> new ProblemType("headers-too-large", 431);
            case 505 -> new ProblemType("http-version", 505);
            default -> ProblemType.INVALID;
        };
    }
}
