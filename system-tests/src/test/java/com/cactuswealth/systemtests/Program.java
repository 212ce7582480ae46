package com.cactuswealth.systemtests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Another program that tests the suite; what it says is in the report of the test. */
final class Program {

    private Program() {}

    /** Runs it to its end, adding the environment to ours; returns the exit code. */
    static int run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        // Not inherited: Maven talks with its tests over the standard output.
        process.getInputStream().transferTo(System.out);
        return process.waitFor();
    }
}
