package com.cactuswealth.notifications.inbox;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in both languages.
 *
 * @param spanish with {@code {parameters}} in braces
 * @param english with the same parameters
 */
record Wording(String spanish, String english) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    String in(Language language) {
        return switch (language) {
            case SPANISH -> spanish;
            case ENGLISH -> english;
        };
    }

    String in(Language language, Map<String, String> parameters) {
        return PARAMETER
                .matcher(in(language))
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1), parameters.get(found.group(1)), language)));
    }

    private static String value(String name, String value, Language language) {
        return name.endsWith("Stage") ? Stage.label(value, language) : value;
    }
}
