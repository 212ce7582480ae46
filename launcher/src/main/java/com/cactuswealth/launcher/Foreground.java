package com.cactuswealth.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program on this terminal. */
public final class Foreground {

    private Foreground() {}

    /** Runs it to its end, adding the environment to ours; returns the exit code. */
    public static int run(Path directory, Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            // Whoever ends only us, as ./cactus down does, ends it too.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }));
            return process.waitFor();
        } catch (IOException e) {
            throw new LauncherFailure("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }
}
