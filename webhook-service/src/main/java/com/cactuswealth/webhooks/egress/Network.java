package com.cactuswealth.webhooks.egress;

import java.net.InetAddress;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
record Network(InetAddress base, int bits) {

    static Network of(String text) {
        var slash = text.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        var expected = base.getAddress();
        var actual = address.getAddress();
        if (expected.length != actual.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if ((expected[bit / 8] & mask) != (actual[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
