package com.cactuswealth.webhooks.egress;

import java.net.InetAddress;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
final class Network {

    private final byte[] base;
    private final int bits;

    private Network(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    static Network of(String text) {
        var slash = text.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != base.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            if (((bytes[bit / 8] ^ base[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }
}
