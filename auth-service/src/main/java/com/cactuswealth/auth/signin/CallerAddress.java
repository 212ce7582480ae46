package com.cactuswealth.auth.signin;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a sign-in comes from, as the gateway says, which drops what a client claims about that. */
final class CallerAddress {

    /** A subscriber has at least a /64 of IPv6 and so any number of addresses in it. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private CallerAddress() {}

    /** An IPv4 address, or the /64 of an IPv6 address. */
    static String of(HttpServerRequest request) {
        var said = request.getHeader("X-Forwarded-For");
        return network(said == null ? request.remoteAddress().hostAddress() : said);
    }

    static String network(String text) {
        try {
            var address = InetAddress.ofLiteral(text.strip());
            return address instanceof Inet6Address ? ipv6Network(address) : address.getHostAddress();
        } catch (IllegalArgumentException unreadable) {
            return "unknown";
        }
    }

    private static String ipv6Network(InetAddress address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES)) + "/64";
    }
}
