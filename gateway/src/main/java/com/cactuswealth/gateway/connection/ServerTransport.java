package com.cactuswealth.gateway.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection that the gateway accepts its {@link RequestTimeouts}, before its first byte. Vert.x hands a connection
 * to its users with the first request only, so this is the one place early enough; Vert.x finds it in
 * {@code META-INF/services}.
 */
public class ServerTransport implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Accepting());
    }

    private static final class Accepting extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            var config =
                    ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(ConnectionConfig.class);
            bootstrap.handler(new Accepted(config));
        }
    }

    /** Sees each connection on its way from the listening socket to Vert.x. */
    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        private final ConnectionConfig config;

        private Accepted(ConnectionConfig config) {
            this.config = config;
        }

        @Override
        public void channelRead(ChannelHandlerContext listening, Object accepted) {
            ((Channel) accepted).pipeline().addLast(new RequestTimeouts(config.headerTimeout(), config.keepAlive()));
            listening.fireChannelRead(accepted);
        }
    }
}
