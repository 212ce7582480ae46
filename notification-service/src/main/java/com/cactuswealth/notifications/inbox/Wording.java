package com.cactuswealth.notifications.inbox;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in both languages. A parameter that differs between them is given once for each ({@link Language#parameter}).
 *
 * @param spanish with {@code {parameters}} in braces
 * @param english with the same parameters
 */
public record Wording(String spanish, String english) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The text itself, for one without parameters. */
    public String in(Language language) {
        return switch (language) {
            case SPANISH -> spanish;
            case ENGLISH -> english;
        };
    }

    /** The text with its parameters. */
    public String in(Language language, Map<String, String> parameters) {
        return PARAMETER
                .matcher(in(language))
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), parameters, language)));
    }

    private static String value(String name, Map<String, String> parameters, Language language) {
        var value = parameters.containsKey(name) ? parameters.get(name) : parameters.get(language.parameter(name));
        return name.endsWith("Stage") ? Stage.label(value, language) : value;
    }
}
