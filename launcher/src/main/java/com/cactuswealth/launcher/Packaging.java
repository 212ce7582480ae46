package com.cactuswealth.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the services were built, and so how they are run. */
public enum Packaging {
    JVM {
        @Override
        public Path artifact(Project project, String module) {
            return project.jar(module);
        }

        @Override
        List<String> command(Path artifact, List<String> options) {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xms32m",
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"));
            command.addAll(options);
            command.addAll(List.of("-jar", artifact.toString()));
            return command;
        }
    },
    NATIVE {
        @Override
        public Path artifact(Project project, String module) {
            return project.executable(module);
        }

        @Override
        List<String> command(Path artifact, List<String> options) {
            // Sockets watched by threads of the system: by virtual ones, the default, a wake-up was once lost for good.
            return List.of(artifact.toString(), "-Xmx128m", "-Djdk.pollerMode=1");
        }
    };

    /** What the build makes of a module. */
    public abstract Path artifact(Project project, String module);

    /** Runs the artefact; the options are for the JVM. */
    abstract List<String> command(Path artifact, List<String> options);

    List<String> command(Project project, String module, List<String> options) {
        var artifact = artifact(project, module);
        if (!Files.exists(artifact)) {
            throw new LauncherFailure(module + " is not built: there is no " + artifact);
        }
        return command(artifact, options);
    }
}
