package com.cactuswealth.auth.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106). Its text, in PHC format, carries the parameters that it was made with, so that it can be
 * checked after {@link #TODAY} has changed.
 */
final class PasswordHash {

    /** What a hash costs: memory, passes over it, lanes. */
    record Parameters(int memoryKib, int passes, int lanes) {}

    /** Those that OWASP recommends. */
    static final Parameters TODAY = new Parameters(19 * 1024, 2, 1);

    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Parameters parameters;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Parameters parameters, byte[] salt, byte[] hash) {
        this.parameters = parameters;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(String password, Parameters parameters, byte[] salt) {
        return new PasswordHash(parameters, salt, argon2(password, parameters, salt, HASH_BYTES));
    }

    /** @throws IllegalStateException when the text is not one that {@link #text} makes */
    static PasswordHash parse(String text) {
        var phc = PHC.matcher(text);
        if (!phc.matches()) {
            throw new IllegalStateException("a stored password hash is not Argon2id in PHC format");
        }
        var parameters = new Parameters(
                Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
        var decoder = Base64.getDecoder();
        return new PasswordHash(parameters, decoder.decode(phc.group(4)), decoder.decode(phc.group(5)));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, argon2(password, parameters, salt, hash.length));
    }

    /** Whether it was made with other parameters than today's. */
    boolean isOutdated() {
        return !parameters.equals(TODAY);
    }

    /** In PHC format. */
    String text() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + parameters.memoryKib() + ",t=" + parameters.passes() + ",p=" + parameters.lanes()
                + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    private static byte[] argon2(String password, Parameters parameters, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memoryKib())
                .withIterations(parameters.passes())
                .withParallelism(parameters.lanes())
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(UTF_8), hash);
        return hash;
    }
}
