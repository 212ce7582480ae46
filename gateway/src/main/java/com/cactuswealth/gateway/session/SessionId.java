package com.cactuswealth.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The 256 random bits that name a session. Only the browser keeps them; Redis gets what cannot be turned back. */
final class SessionId {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final byte[] secret;

    private SessionId(byte[] secret) {
        this.secret = secret;
    }

    static SessionId random() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new SessionId(secret);
    }

    /** The id in a cookie's value, if it can be one. */
    static Optional<SessionId> parse(String value) {
        return FORM.matcher(value).matches()
                ? Optional.of(new SessionId(Base64.getUrlDecoder().decode(value)))
                : Optional.empty();
    }

    /** What the cookie holds. */
    String value() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What Redis knows the session by. */
    String name() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key for what is stored, derived apart from the name so that neither tells about the other. */
    SecretKey key() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return new SecretKeySpec(
                    mac.doFinal("cactus session tokens v2".getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
