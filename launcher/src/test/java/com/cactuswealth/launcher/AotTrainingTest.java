package com.cactuswealth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, which is ended as {@code ./cactus down} ends a launcher. */
class AotTrainingTest {

    @TempDir
    private Path directory;

    private Project project;

    @BeforeEach
    void build() throws IOException {
        project = new Project(directory);
        for (var service : Service.values()) {
            FakeService.install(project, service);
        }
    }

    @Test
    void endedWhileItsStoresStartItLeavesNothingRunningAndSaysNothing() throws Exception {
        endedOnce(home().resolve("postgresql"));
    }

    @Test
    void endedWhileItsServiceRunsItLeavesNothingRunningAndSaysNothing() throws Exception {
        endedOnce(home().resolve("state.json"));
    }

    private void endedOnce(Path there) throws IOException, InterruptedException {
        var said = directory.resolve("said");
        var launcher = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!Files.exists(there)) {
                assertThat(launcher.isAlive()).isTrue();
                assertThat(System.nanoTime()).isLessThan(deadline);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }

            launcher.destroy();

            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(running()).isEmpty();
            assertThat(said).hasContent("");
        } finally {
            launcher.destroyForcibly().waitFor();
            running().forEach(left -> left.destroyForcibly());
        }
    }

    private Path home() {
        return project.home().resolve("training");
    }

    /** Every process that was told of our directory. */
    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.contains(directory.toString())))
                .toList();
    }

    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) throws InterruptedException {
            new AotTraining(new Project(Path.of(arguments[0])), System.out::println).inBackground();
            Thread.sleep(Duration.ofMinutes(2));
        }
    }
}
