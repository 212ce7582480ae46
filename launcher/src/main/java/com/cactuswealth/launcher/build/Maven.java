package com.cactuswealth.launcher.build;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The Maven that the script found. */
public final class Maven {

    private final Project project;
    private final String program;

    public Maven(Project project) {
        this.project = project;
        program = Optional.ofNullable(System.getProperty("cactus.maven")).orElse("mvn");
    }

    public String program() {
        return program;
    }

    /** Runs in the foreground, on this terminal; returns the exit code. */
    public int run(Map<String, String> environment, List<String> arguments) {
        var builder = new ProcessBuilder(command(arguments))
                .directory(project.root().toFile())
                .inheritIO();
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new LauncherFailure("cannot start " + program + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }

    /** Runs with its output in a log, telling the seconds it has run, and fails with the first error in the log. */
    public void runQuietly(Map<String, String> environment, List<String> arguments, Path log, LongConsumer tick) {
        var process = ChildProcess.start(command(arguments), environment, project.root(), log);
        var stop = new Thread(() -> process.terminate(Duration.ofSeconds(5)));
        Runtime.getRuntime().addShutdownHook(stop);
        for (var seconds = 1; !process.await(Duration.ofSeconds(1)); seconds++) {
            tick.accept(seconds);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            throw new LauncherFailure("interrupted", e);
        }
        if (process.exit().join() != 0) {
            throw new LauncherFailure("the build failed: " + BuildLog.firstError(log) + " (log: " + log + ")");
        }
    }

    private List<String> command(List<String> arguments) {
        var command =
                new ArrayList<>(List.of(program, "--batch-mode", "--no-transfer-progress", "-Dstyle.color=never"));
        command.addAll(arguments);
        return command;
    }
}
