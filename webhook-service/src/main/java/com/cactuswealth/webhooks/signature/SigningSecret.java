package com.cactuswealth.webhooks.signature;

import java.security.SecureRandom;
import java.util.Base64;

/** A symmetric secret of Standard Webhooks 1.0.0: random bytes, shown to the partner as {@code whsec_} and base64. */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private SigningSecret() {}

    public static byte[] generate() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    public static String toText(byte[] key) {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }
}
