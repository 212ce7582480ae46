package com.cactuswealth.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/** E-mail addresses in the one form in which they are kept and looked up. */
public final class EmailAddress {

    private EmailAddress() {}

    /** In lower case and NFC, so that one address is one text; null for null. */
    public static String normal(String address) {
        return address == null
                ? null
                : Normalizer.normalize(address.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
