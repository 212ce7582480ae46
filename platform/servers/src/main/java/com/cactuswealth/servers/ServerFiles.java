package com.cactuswealth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;

/** Where servers are kept: binaries unpacked once for this user, whatever asks for them, and temporary data. */
final class ServerFiles {

    /** Where root unpacks, since its home is closed to the user that PostgreSQL then runs as. */
    private static final Path FOR_EVERYBODY = Path.of("/var/cache");

    /** Fills an empty directory. */
    @FunctionalInterface
    interface Filler {
        void fill(Path directory) throws IOException;
    }

    private ServerFiles() {}

    /**
     * The directory of that name, filled by exactly one of the processes that want it: each fills a directory of
     * its own and the first rename wins.
     */
    static Path directory(String name, Filler filler) {
        var wanted = home().resolve(name);
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        try {
            Files.createDirectories(wanted.getParent());
            var filling = Files.createTempDirectory(wanted.getParent(), name + ".");
            try {
                filler.fill(filling);
                Files.move(filling, wanted, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(wanted)) {
                    throw e;
                }
            } finally {
                delete(filling);
            }
            return wanted;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack to " + wanted + ": " + e.getMessage(), e);
        }
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory: " + e.getMessage(), e);
        }
    }

    static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Somebody else removed it, or a dying server still writes there: not worth failing for.
        }
    }

    private static Path home() {
        if (isRoot() && Files.isWritable(FOR_EVERYBODY)) {
            return FOR_EVERYBODY.resolve("cactus");
        }
        var home = Path.of(System.getProperty("user.home"));
        var cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(home.resolve(".cache"));
        return Files.isWritable(cache) || Files.isWritable(home)
                ? cache.resolve("cactus")
                : Path.of(System.getProperty("java.io.tmpdir"), "cactus-" + System.getProperty("user.name"));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
