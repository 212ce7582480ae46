package com.cactuswealth.launcher.image;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;

/**
 * What an engine is handed to build images from, and nothing else: {@code SERVICE/ARCHITECTURE/service} with the
 * libraries beside the executable or, for the JVM, {@code SERVICE/} with what Quarkus packs. A release puts the
 * executables of another machine's architecture there as well.
 */
record ImageContext(Project project, Packaging packaging) {

    Path directory() {
        return project.root().resolve("deploy/target/" + packaging.name().toLowerCase(Locale.ROOT));
    }

    /** Copies what was built of the module. */
    void stage(String module) {
        var artifact = packaging.artifact(project, module);
        if (!Files.exists(artifact)) {
            throw new LauncherFailure(module + " is not built: there is no " + artifact);
        }
        var target = directory().resolve(module);
        switch (packaging) {
            case NATIVE -> stageExecutable(artifact, target.resolve(architecture()));
            case JVM -> replace(artifact.getParent(), target);
        }
    }

    /** As engines name it. */
    static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            case "amd64", "x86_64" -> "amd64";
            default -> throw new LauncherFailure("no images for " + System.getProperty("os.arch"));
        };
    }

    private static void stageExecutable(Path executable, Path target) {
        try {
            delete(target);
            Files.createDirectories(target);
            Files.copy(executable, target.resolve("service"), StandardCopyOption.COPY_ATTRIBUTES);
            try (var libraries = Files.newDirectoryStream(executable.getParent(), "lib*.so")) {
                for (var library : libraries) {
                    Files.copy(library, target.resolve(library.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    private static void replace(Path source, Path target) {
        try {
            delete(target);
            try (var files = Files.walk(source)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    var copy = target.resolve(source.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
