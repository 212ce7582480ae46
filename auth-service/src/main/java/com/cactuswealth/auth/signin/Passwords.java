package com.cactuswealth.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;

/** Hashes passwords and checks them, a few at a time. */
@ApplicationScoped
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final String REGISTRATIONS = "registrations";

    private final HashingQueue queue;
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    Passwords(HashingQueue queue) {
        this.queue = queue;
        this.nobodys = todaysHash("nobody has this password");
    }

    /** The hash of a new password, as text. It may have to wait, so that no transaction should be open. */
    public String hash(String password) {
        return queue.inPlace(REGISTRATIONS, () -> rehash(password));
    }

    /** The hash of a password that was just checked, in the place that the check has. */
    String rehash(String password) {
        return queue.hash(() -> todaysHash(password));
    }

    /** Takes as long for an account that does not exist, and for a wrong password, as for a right one. */
    boolean matches(String password, Optional<String> hash) {
        var fits = queue.hash(() -> PasswordHash.parse(hash.orElse(nobodys)).matches(password));
        return fits && hash.isPresent();
    }

    boolean isOutdated(String hash) {
        return PasswordHash.parse(hash).isOutdated();
    }

    private String todaysHash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PasswordHash.of(password, PasswordHash.TODAY, salt).text();
    }
}
