package com.cactuswealth.platform.message;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The catalogues of sentences for people. They are those of Bean Validation, so that a refusal reads alike whoever found
 * it: each service has {@code ValidationMessages_es} and {@code _en}, the platform {@code ContributorValidationMessages_es}
 * and {@code _en}. A text names its parameters in braces.
 */
public final class Messages {

    private static final List<String> BUNDLES = List.of("ValidationMessages", "ContributorValidationMessages");

    private Messages() {}

    /** The message in a language: Spanish, or English for {@code en}. A code that no catalogue has stands for itself. */
    public static String text(Message message, Locale language) {
        var text = find(message.code(), Languages.nearest(language)).orElse(message.code());
        for (var parameter : message.parameters().entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
        }
        return text;
    }

    private static Optional<String> find(String code, Locale language) {
        return BUNDLES.stream()
                .flatMap(name -> bundle(name, language).stream())
                .filter(bundle -> bundle.containsKey(code))
                .map(bundle -> bundle.getString(code))
                .findFirst();
    }

    /** Not every module has a catalogue of its own. */
    private static Optional<ResourceBundle> bundle(String name, Locale language) {
        try {
            return Optional.of(ResourceBundle.getBundle(
                    name, language, Thread.currentThread().getContextClassLoader()));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }
}
