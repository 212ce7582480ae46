package com.cactuswealth.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two launchers out of one directory; the operating system lets go of it however we end. */
final class SuiteLock implements AutoCloseable {

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    static SuiteLock of(Path home) {
        try {
            var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                var who = SuiteState.read(home)
                        .map(state -> " as process " + state.launcher().pid() + " at " + state.url())
                        .orElse("");
                throw new LauncherFailure("the suite in " + home + " already runs" + who + "; ./cactus down stops it");
            }
            return new SuiteLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home + ": " + e.getMessage(), e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
