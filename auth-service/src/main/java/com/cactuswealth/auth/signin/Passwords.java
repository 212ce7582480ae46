package com.cactuswealth.auth.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id (RFC 9106) at the parameters that OWASP recommends: 19 MiB, two passes. Few at a time,
 * because on a small machine memory is what an attacker's parallel sign-ins would exhaust first.
 */
@ApplicationScoped
public class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore hashing = new Semaphore(2);
    private final String nobodys = hash("nobody has this password");

    /** The PHC string of a password with a new salt. */
    public final String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PREFIX + encode(salt) + "$" + encode(argon2(password, salt));
    }

    /** Takes as long for a wrong password as for a right one. */
    boolean matches(String password, String phc) {
        var parts = phc.substring(PREFIX.length()).split("\\$", 2);
        return MessageDigest.isEqual(decode(parts[1]), argon2(password, decode(parts[0])));
    }

    /** As slow as {@link #matches}, for an account that does not exist. */
    void pretendToMatch(String password) {
        matches(password, nobodys);
    }

    private byte[] argon2(String password, byte[] salt) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var hash = new byte[HASH_BYTES];
        acquire();
        try {
            generator.generateBytes(password.getBytes(UTF_8), hash);
        } finally {
            hashing.release();
        }
        return hash;
    }

    private void acquire() {
        try {
            if (hashing.tryAcquire(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(ProblemType.UNAVAILABLE, "Too many sign-ins at once");
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}
