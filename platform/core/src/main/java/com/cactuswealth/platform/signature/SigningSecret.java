package com.cactuswealth.platform.signature;

import java.security.SecureRandom;
import java.util.Base64;

/** A symmetric secret of Standard Webhooks 1.0.0: random bytes, shown to the other side as {@code whsec_} and base64. */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int LEAST_BYTES = 24;

    private SigningSecret() {}

    public static byte[] generate() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    public static String toText(byte[] key) {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The key of a secret that somebody else made. Its text appears in no message, because messages are logged. */
    public static byte[] fromText(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret starts with " + PREFIX);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("what follows " + PREFIX + " is base64", malformed);
        }
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a secret has at least " + LEAST_BYTES + " bytes");
        }
        return key;
    }
}
