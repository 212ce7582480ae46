package com.cactuswealth.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the services were built, and so how they are run. */
public enum Packaging {
    JVM {
        @Override
        public Path artifact(Project project, String module) {
            return project.jar(module);
        }

        @Override
        List<String> command(Path artifact, Path cache) {
            var archive =
                    cache.resolve(artifact.getParent().getParent().getParent().getFileName() + ".jsa");
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + archive,
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-jar",
                    artifact.toString());
        }
    },
    NATIVE {
        @Override
        public Path artifact(Project project, String module) {
            return project.executable(module);
        }

        @Override
        List<String> command(Path artifact, Path cache) {
            return List.of(artifact.toString(), "-Xmx128m");
        }
    };

    /** What the build makes of a module. */
    public abstract Path artifact(Project project, String module);

    abstract List<String> command(Path artifact, Path cache);

    List<String> command(Project project, String module, Path cache) {
        var artifact = artifact(project, module);
        if (!Files.exists(artifact)) {
            throw new LauncherFailure(module + " is not built: there is no " + artifact);
        }
        return command(artifact, cache);
    }
}
