package com.cactuswealth.gateway.suite;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A connection that speaks HTTP/2 over TLS and says in its pseudo-headers what a test wants. */
public final class Http2Connection {

    private Http2Connection() {}

    /** The status of the answer to a GET. */
    public static int status(URI gateway, Map<String, String> pseudoHeaders) throws Exception {
        var tls = SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        ApplicationProtocolNames.HTTP_2))
                .build();
        var threads = new NioEventLoopGroup(1);
        try {
            var connection = new Bootstrap()
                    .group(threads)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline()
                                    .addLast(tls.newHandler(channel.alloc()))
                                    .addLast(Http2FrameCodecBuilder.forClient().build())
                                    .addLast(new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
                        }
                    })
                    .connect(gateway.getHost(), gateway.getPort())
                    .sync()
                    .channel();
            var status = new CompletableFuture<Integer>();
            var stream = new Http2StreamChannelBootstrap(connection)
                    .handler(new SimpleChannelInboundHandler<Http2StreamFrame>() {
                        @Override
                        protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
                            if (frame instanceof Http2HeadersFrame head) {
                                status.complete(
                                        Integer.valueOf(head.headers().status().toString()));
                            }
                        }
                    })
                    .open()
                    .sync()
                    .getNow();
            var headers = new DefaultHttp2Headers().method("GET");
            pseudoHeaders.forEach(headers::set);
            stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, true)).sync();
            return status.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }
}
