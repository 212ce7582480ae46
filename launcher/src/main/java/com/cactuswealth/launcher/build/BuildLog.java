package com.cactuswealth.launcher.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Maven wrote. */
final class BuildLog {

    private static final String ERROR = "[ERROR] ";

    private BuildLog() {}

    static String firstError(Path log) {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(ERROR))
                    .map(line -> line.substring(ERROR.length()).strip())
                    .filter(line -> !line.isEmpty()
                            && !line.endsWith("ERROR :")
                            && !line.contains("Some problems were encountered")
                            && !line.startsWith("Tests run"))
                    .map(line -> line.replaceFirst(".*An Ant BuildException has occurred: ", ""))
                    .findFirst()
                    .orElse("it does not say why");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
