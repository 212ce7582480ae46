package com.cactuswealth.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program written in Go, of a pinned version, compiled once for this user. */
public final class GoProgram {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private GoProgram() {}

    /**
     * The program.
     *
     * @param path of its package, as {@code go install} takes it
     */
    public static Path installed(String path, String version) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return ServerFiles.directory(name + "-" + version, directory -> install(path + "@" + version, directory))
                .resolve(name);
    }

    private static void install(String program, Path directory) {
        var go = Programs.onPath("go").orElseThrow(() -> new ServerFailure("no go on the PATH: install Go"));
        var install = ChildProcess.start(
                List.of(go.toString(), "install", program),
                Map.of("GOBIN", directory.toString()),
                directory,
                directory.resolve("log"));
        if (!install.await(PATIENCE)) {
            install.kill();
        }
        if (install.exit().join() != 0) {
            throw new ServerFailure(program + " cannot be installed: " + install.lastTrouble());
        }
    }
}
