package com.cactuswealth.notifications.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages that notifications are written in. */
public enum Language {
    SPANISH(Locale.of("es", "AR")),
    ENGLISH(Locale.ENGLISH);

    private static final List<Locale> LOCALES = List.of(Locale.of("es"), Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** How its readers write numbers. */
    public Locale locale() {
        return locale;
    }

    /** The name of a parameter's value in this language, such as {@code summary.es}. */
    public String parameter(String name) {
        return name + "." + locale.getLanguage();
    }

    /** The best for an {@code Accept-Language} header; Spanish when it is absent, malformed or asks for another. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null) {
            return SPANISH;
        }
        try {
            var best = Locale.lookup(LanguageRange.parse(acceptLanguage), LOCALES);
            return Locale.ENGLISH.equals(best) ? ENGLISH : SPANISH;
        } catch (IllegalArgumentException malformed) {
            return SPANISH;
        }
    }
}
