package com.cactuswealth.platform.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and verifies requests by Standard Webhooks 1.0.0, as any of the published libraries does. */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * The value of {@code webhook-signature}: one {@code v1} signature for each key, the newest first.
     *
     * @param timestamp the attempt's time in Unix seconds
     */
    public static String of(List<byte[]> keys, String id, long timestamp, byte[] body) {
        var prefix = (id + "." + timestamp + ".").getBytes(UTF_8);
        return keys.stream().map(key -> "v1," + sign(key, prefix, body)).collect(Collectors.joining(" "));
    }

    /**
     * Whether a {@code webhook-signature} has a signature of one of the keys. How long a comparison takes does not tell
     * where it fails.
     */
    public static boolean matches(String signatures, List<byte[]> keys, String id, long timestamp, byte[] body) {
        var expected = of(keys, id, timestamp, body).split(" ");
        return Arrays.stream(signatures.split(" "))
                .map(signature -> signature.getBytes(UTF_8))
                .anyMatch(signature -> Arrays.stream(expected)
                        .anyMatch(right -> MessageDigest.isEqual(right.getBytes(UTF_8), signature)));
    }

    private static String sign(byte[] key, byte[] prefix, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(prefix);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
