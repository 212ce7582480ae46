package com.cactuswealth.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** One log for each part, with one predecessor, so that a suite left running does not fill the disk. */
final class Logs {

    private static final long LARGE = 20L * 1024 * 1024;

    private final Path directory;

    Logs(Path directory) {
        this.directory = directory;
    }

    Path of(String name) {
        return directory.resolve(name + ".log");
    }

    /** The writers append, so their file can be copied and emptied under them. */
    void rotate() {
        try (var files = Files.newDirectoryStream(directory, "*.log")) {
            for (var file : files) {
                if (Files.size(file) > LARGE) {
                    Files.copy(file, directory.resolve(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rotate logs: " + e.getMessage(), e);
        }
    }
}
