package com.cactuswealth.budgetguard.policy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with {@code *} for anything and {@code ?} for any character. */
record Wildcard(String text, Pattern pattern) {

    static Wildcard of(String text) {
        return compiled(text, 0);
    }

    static Wildcard ignoringCase(String text) {
        return compiled(text, Pattern.CASE_INSENSITIVE);
    }

    static Wildcard literal(String text) {
        return new Wildcard(text, Pattern.compile(text, Pattern.LITERAL));
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }

    private static Wildcard compiled(String text, int flags) {
        if (text.contains("${")) {
            throw new Unknown("the variable in " + text);
        }
        var regex = text.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return new Wildcard(text, Pattern.compile(regex, flags));
    }
}
