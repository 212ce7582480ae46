package com.cactuswealth.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Python with packages of pinned versions, in a virtual environment of its own that is made once for this user.
 * Programs of packages are run as {@code python -m NAME}: scripts name the directory that the environment was made in.
 */
public final class PythonEnvironment {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private PythonEnvironment() {}

    /**
     * The interpreter of the environment.
     *
     * @param name of the environment; it must change with the requirements
     * @param requirements as {@code pip install} takes them
     */
    public static Path python(String name, List<String> requirements) {
        return ServerFiles.directory(name, directory -> make(Programs.onPath("python3"), directory, requirements))
                .resolve("bin/python");
    }

    static void make(Optional<Path> python3, Path directory, List<String> requirements) {
        var python =
                python3.orElseThrow(() -> new ServerFailure("no python3 on the PATH: install Python 3.10 or newer"));
        run(List.of(python.toString(), "-m", "venv", directory.toString()), directory, "with the package python3-venv");
        var install = new ArrayList<>(List.of(
                directory.resolve("bin/python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check"));
        install.addAll(requirements);
        run(install, directory, "with access to a Python package index");
    }

    private static void run(List<String> command, Path directory, String hint) {
        var process = ChildProcess.start(command, Map.of(), directory, directory.resolve("log"));
        if (!process.await(PATIENCE)) {
            process.kill();
        }
        if (process.exit().join() != 0) {
            throw new ServerFailure(
                    "Python's packages cannot be installed: " + process.lastTrouble() + " (try again " + hint + ")");
        }
    }
}
