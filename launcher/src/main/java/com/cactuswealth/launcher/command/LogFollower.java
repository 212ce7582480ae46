package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a log from near its end on, also when it is emptied in between. */
final class LogFollower {

    private static final int LONG_LINE = 500;

    private final Path log;
    private final int wanted;
    private long position = -1;

    LogFollower(Path log, int wanted) {
        if (!Files.isReadable(log)) {
            throw new LauncherFailure("there is no log " + log);
        }
        this.log = log;
        this.wanted = wanted;
    }

    /** The complete lines since the last call; at first, the last ones. */
    List<String> next() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var first = position < 0;
            var from = first ? Math.max(0, file.length() - (long) wanted * LONG_LINE) : position;
            file.seek(from > file.length() ? 0 : from);
            var bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            var end = text.lastIndexOf('\n') + 1;
            position = file.length() - bytes.length + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
            var lines = text.substring(0, end).lines().toList();
            return first && lines.size() > wanted ? lines.subList(lines.size() - wanted, lines.size()) : lines;
        }
    }
}
