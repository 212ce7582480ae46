package com.cactuswealth.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the JVM learnt about a service while it started: loaded classes and profiles. With it a service needs half
 * the processor time to start. All suites of a working copy share it; the JVM itself checks that it fits.
 */
record AotCache(Path file, Path artifact) {

    static AotCache of(Project project, Service service) {
        return new AotCache(project.home().resolve("aot/" + service.module() + ".aot"), project.jar(service.module()));
    }

    boolean isCurrent() {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(artifact)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    List<String> optionsToUse() {
        return isCurrent() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    List<String> optionsToLearn() {
        return List.of("-XX:AOTCacheOutput=" + unfinished());
    }

    /** Puts what was learnt in its place. */
    void learnt() {
        try {
            Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the JVM left no " + unfinished(), e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
