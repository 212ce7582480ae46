package com.cactuswealth.platform.message;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages that Cactus speaks: Spanish, which is also for those who want another, and English. */
public final class Languages {

    public static final Locale SPANISH = Locale.of("es");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final List<Locale> SPOKEN = List.of(SPANISH, ENGLISH);

    private Languages() {}

    public static Locale nearest(Locale language) {
        return language.getLanguage().equals("en") ? ENGLISH : SPANISH;
    }

    /**
     * The language that a request prefers (RFC 4647, lookup).
     *
     * @param header the {@code Accept-Language} header; null or unreadable for no preference
     */
    public static Locale preferred(String header) {
        if (header == null) {
            return SPANISH;
        }
        try {
            var found = Locale.lookup(LanguageRange.parse(header), SPOKEN);
            return found == null ? SPANISH : found;
        } catch (IllegalArgumentException unreadable) {
            return SPANISH;
        }
    }
}
