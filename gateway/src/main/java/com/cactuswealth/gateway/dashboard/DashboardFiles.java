package com.cactuswealth.gateway.dashboard;

import com.cactuswealth.gateway.edge.Encoding;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Vite made, on the classpath. A file is read each time it is asked for and not kept: browsers keep it, and memory
 * is what a small machine has least of.
 */
@Singleton
class DashboardFiles {

    /** No name begins with a dot, so no path leads out. */
    private static final Pattern NAME = Pattern.compile("(\\w[\\w.-]*/){0,3}\\w[\\w.-]*\\.\\w+");

    private final String root;
    private final ClassLoader classpath = Thread.currentThread().getContextClassLoader();

    DashboardFiles(DashboardConfig config) {
        root = config.root();
    }

    /** Whether it can be the name of a file; the coded ones have none of their own. */
    static boolean isName(String path) {
        return NAME.matcher(path).matches()
                && !path.endsWith(Encoding.BROTLI.suffix())
                && !path.endsWith(Encoding.GZIP.suffix());
    }

    /** The file in the first of the codings that there is, if need be as it is. Reading blocks. */
    Optional<DashboardFile> find(String name, List<Encoding> accepted) {
        return Stream.concat(accepted.stream(), Stream.of(Encoding.IDENTITY))
                .flatMap(encoding -> read(name, encoding).stream())
                .findFirst();
    }

    private Optional<DashboardFile> read(String name, Encoding encoding) {
        try (var file = classpath.getResourceAsStream(root + '/' + name + encoding.suffix())) {
            return file == null ? Optional.empty() : Optional.of(DashboardFile.of(name, encoding, file.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
