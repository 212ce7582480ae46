package com.cactuswealth.launcher.build;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether something was built after its sources last changed. */
public final class Sources {

    private static final List<String> SHARED = List.of("pom.xml", "platform/core", "platform/events");

    /** What the dashboard is made from; beside it lie libraries, tests and what they leave. */
    private static final List<String> DASHBOARD = List.of(
            "pom.xml",
            "package.json",
            "package-lock.json",
            "vite.config.ts",
            "index.html",
            "locales",
            "public",
            "scripts",
            "src");

    private final Project project;

    public Sources(Project project) {
        this.project = project;
    }

    /** Whether the artefact of the module is there and younger than everything it is made from. */
    public boolean areOlderThan(Path artifact, String module) {
        return Files.exists(artifact) && newest(module).compareTo(modified(artifact)) < 0;
    }

    private FileTime newest(String module) {
        var java = Stream.concat(SHARED.stream(), Stream.of(module))
                .map(project.root()::resolve)
                .flatMap(path -> Files.isDirectory(path)
                        ? Stream.of(path.resolve("pom.xml"), path.resolve("src/main"))
                        : Stream.of(path));
        return Stream.concat(java, dashboard(module))
                .map(Sources::newestIn)
                .max(FileTime::compareTo)
                .orElseThrow();
    }

    /** The gateway serves it. */
    private Stream<Path> dashboard(String module) {
        return module.equals(Service.GATEWAY.module())
                ? DASHBOARD.stream().map(project.module(Project.FRONTEND)::resolve)
                : Stream.of();
    }

    private static FileTime newestIn(Path path) {
        if (!Files.isDirectory(path)) {
            return modified(path);
        }
        try (var files = Files.walk(path)) {
            // Directories too: their time is that of the last deletion.
            return files.map(Sources::modified).max(FileTime::compareTo).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
