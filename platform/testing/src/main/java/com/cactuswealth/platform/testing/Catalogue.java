package com.cactuswealth.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences for people that some modules have, read from their sources. */
public final class Catalogue {

    public static final List<String> LANGUAGES = List.of("es", "en");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<Properties>> words = new HashMap<>();
    private final Map<String, List<Pattern>> sentences = new HashMap<>();

    private Catalogue() {}

    /** @param modules their folders; the first word of several counts, as in a service */
    public static Catalogue of(Path... modules) {
        var catalogue = new Catalogue();
        for (var language : LANGUAGES) {
            var files = Arrays.stream(modules)
                    .flatMap(module -> List.of("ValidationMessages_", "ContributorValidationMessages_").stream()
                            .map(name -> module.resolve("src/main/resources").resolve(name + language + ".properties")))
                    .filter(Files::exists)
                    .map(Catalogue::read)
                    .toList();
            catalogue.words.put(language, files);
            catalogue.sentences.put(
                    language,
                    files.stream()
                            .flatMap(file -> file.values().stream())
                            .map(text -> sentence(text.toString()))
                            .toList());
        }
        return catalogue;
    }

    /** The catalogue that a service has: its own and the platform's. */
    public static Catalogue ofService() {
        return of(Path.of(""), Path.of("../platform/core"));
    }

    /** Whether a text is one of the sentences of a language, with whatever parameters. */
    public boolean has(String language, String text) {
        return sentences.get(language).stream()
                .anyMatch(sentence -> sentence.matcher(text).matches());
    }

    /** Every sentence is there in every language, with the same parameters. */
    public void assertSpeaksEveryLanguage() {
        assertThat(keys("es")).as("keys in Spanish and in English").isEqualTo(keys("en"));
        for (var key : keys("en")) {
            assertThat(text("es", key)).as(key).isNotBlank();
            assertThat(parameters(text("es", key))).as(key).isEqualTo(parameters(text("en", key)));
        }
    }

    /** Every code, title and constraint that the sources name has words. */
    public void assertHasWordsFor(Path sources) {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> codes.addAll(RefusalCodes.in(text(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(codes).as("codes in " + sources.toAbsolutePath()).isNotEmpty();
        assertThat(codes).as("codes without words").isSubsetOf(keys("en"));
    }

    private Set<String> keys(String language) {
        return words.get(language).stream()
                .flatMap(file -> file.stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String text(String language, String key) {
        return words.get(language).stream()
                .filter(file -> file.containsKey(key))
                .findFirst()
                .orElseThrow()
                .getProperty(key);
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Pattern sentence(String text) {
        var parts = new ArrayList<String>();
        var end = 0;
        for (var parameter : PARAMETER.matcher(text).results().toList()) {
            parts.add(Pattern.quote(text.substring(end, parameter.start())));
            end = parameter.end();
        }
        parts.add(Pattern.quote(text.substring(end)));
        return Pattern.compile(String.join(".*", parts), Pattern.DOTALL);
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
