package com.cactuswealth.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** The working copy: where modules and what was built from them lie. */
public record Project(Path root) {

    /** The module that AWS runs, not the suite. */
    public static final String LAMBDA = "budget-guard-lambda";

    /** The dashboard, which npm builds and the gateway serves. */
    public static final String FRONTEND = "frontend";

    /** Of everything that is built here. */
    public static final String VERSION = "1.0.0-SNAPSHOT";

    /** The one that the script says, or else the one we are in (tests run inside a module). */
    public static Project current() {
        var told = System.getProperty("cactus.root");
        if (told != null) {
            return new Project(Path.of(told));
        }
        for (var directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve("cactus")) && Files.exists(directory.resolve("launcher/pom.xml"))) {
                return new Project(directory);
            }
        }
        throw new LauncherFailure("not inside a Cactus working copy");
    }

    public Path module(String name) {
        return root.resolve(name);
    }

    /** Where {@code ./cactus up} keeps everything. */
    public Path home() {
        return root.resolve(".cactus");
    }

    /** Where benchmarks write what they measured. */
    public Path results() {
        return root.resolve("benchmarks/results");
    }

    public Path jar(String module) {
        // AWS wants one jar with its libraries in lib/ beside it.
        return module.equals(LAMBDA)
                ? module(module).resolve("target/" + module + "-" + VERSION + "-runner.jar")
                : module(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public Path executable(String module) {
        return module(module).resolve("target/" + module + "-" + VERSION + "-runner");
    }
}
