package com.cactuswealth.servers;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords no person has to remember. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** 192 random bits that need no escaping in URLs, properties or SQL. */
    public static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
