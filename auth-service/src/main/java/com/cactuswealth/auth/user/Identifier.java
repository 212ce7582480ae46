package com.cactuswealth.auth.user;

import java.text.Normalizer;
import java.util.Locale;

/** E-mail addresses and usernames in the one form in which they are looked up. */
public final class Identifier {

    private Identifier() {}

    /** In lower case and NFC, so that what reads the same is the same. */
    public static String normal(String identifier) {
        return Normalizer.normalize(identifier.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
