package com.cactuswealth.platform.secrecy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts secrets that must be readable again, such as signing keys, before they reach the database: AES-256-GCM with
 * a random nonce (NIST SP 800-38D), the key from {@code cactus.secret-key} (base64 of 32 bytes).
 */
@ApplicationScoped
public class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Optional<String> key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(@ConfigProperty(name = "cactus.secret-key") Optional<String> key) {
        this.key = key;
    }

    /** Nonce and ciphertext together. */
    public byte[] seal(byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the box was sealed with another key or was altered */
    public byte[] open(byte[] box) {
        var buffer = ByteBuffer.wrap(box);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return run(Cipher.DECRYPT_MODE, nonce, sealed);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secretKey(), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cactus.secret-key does not fit this secret", failed);
        }
    }

    private SecretKeySpec secretKey() {
        var bytes = key.map(Base64.getDecoder()::decode)
                .filter(decoded -> decoded.length == 32)
                .orElseThrow(() -> new IllegalStateException("cactus.secret-key must be base64 of 32 bytes"));
        return new SecretKeySpec(bytes, "AES");
    }
}
