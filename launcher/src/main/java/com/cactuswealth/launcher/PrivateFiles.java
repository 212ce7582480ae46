package com.cactuswealth.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, and that are never seen half written. */
public final class PrivateFiles {

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    private PrivateFiles() {}

    public static void write(Path file, Content content) {
        try {
            // A temporary file is made with mode 0600.
            var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".new", null);
            try (var writer = Files.newBufferedWriter(unfinished)) {
                content.writeTo(writer);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Makes the directory with mode 0700, also when it was there with another. */
    public static void directory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw cannotWrite(directory, e);
        }
    }

    private static UncheckedIOException cannotWrite(Path file, IOException e) {
        var reason = e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : e.getMessage();
        return new UncheckedIOException("cannot write " + file + ": " + reason, e);
    }
}
