package com.cactuswealth.launcher.build;

import com.cactuswealth.launcher.Foreground;
import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.servers.ChildProcess;
import com.cactuswealth.servers.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** The Maven that the script found. */
public final class Maven {

    private static final Pattern DISTRIBUTION = Pattern.compile("apache-maven-([0-9.]+)-bin\\.zip");

    private final Project project;
    private final String program;

    public Maven(Project project) {
        this(project, Optional.ofNullable(System.getProperty("cactus.maven")).orElse("mvn"));
    }

    private Maven(Project project, String program) {
        this.project = project;
        this.program = program;
    }

    /** Quarkus' live reload insists on 3.9: an older Maven fetches the wrapper's version as an artifact. */
    public Maven forLiveReload() {
        var version = Programs.output(List.of(program, "--version")).orElse("");
        if (!version.contains("Apache Maven 3.8.")) {
            return this;
        }
        var newer = wrapperVersion();
        var home = project.home().resolve("maven/apache-maven-" + newer);
        if (!Files.isDirectory(home)) {
            var fetched = run(
                    Map.of(),
                    List.of(
                            "-q",
                            "-N",
                            "dependency:unpack",
                            "-Dartifact=org.apache.maven:apache-maven:" + newer + ":zip:bin",
                            "-DoutputDirectory=" + home.getParent()));
            if (fetched != 0) {
                throw new LauncherFailure("live reload needs Maven 3.9, and " + newer + " cannot be fetched");
            }
        }
        var newerProgram = home.resolve("bin/mvn");
        // Unpacking a zip forgets what may be executed.
        newerProgram.toFile().setExecutable(true);
        return new Maven(project, newerProgram.toString());
    }

    /** What Maven's own JVM is given, so that the compiler's plugins run; live reload compiles in another JVM. */
    public String jvmArguments() {
        return text(".mvn/jvm.config").strip();
    }

    private String wrapperVersion() {
        var version = DISTRIBUTION.matcher(text(".mvn/wrapper/maven-wrapper.properties"));
        if (version.find()) {
            return version.group(1);
        }
        throw new LauncherFailure("no version of Maven in the wrapper's properties");
    }

    private String text(String file) {
        try {
            return Files.readString(project.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String program() {
        return program;
    }

    /** Runs in the foreground, on this terminal; returns the exit code. */
    public int run(Map<String, String> environment, List<String> arguments) {
        return Foreground.run(project.root(), environment, command(arguments));
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
