package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.build.Maven;
import com.cactuswealth.launcher.footprint.Footprint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "bench", description = "Measures: footprint, or a benchmark of the benchmarks module by its name.")
final class Bench implements Callable<Integer> {

    private static final List<String> NAMES = List.of("footprint", "webhooks", "dashboard", "lambda", "box");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "footprint, webhooks, dashboard, lambda or box.")
    private String name;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Passed on to the benchmark.")
    private List<String> arguments = List.of();

    @Option(names = "--native", description = "Measure native executables.")
    private boolean nativeExecutables;

    @Option(names = "--idle-seconds", defaultValue = "120", description = "How long to watch the suite idle.")
    private int idleSeconds;

    @Option(
            names = "--results",
            paramLabel = "DIRECTORY",
            description = "Where footprint and webhooks write what they measured; by default benchmarks/results.")
    private Optional<Path> results = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!NAMES.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(), "no benchmark \"" + name + "\"; there are " + String.join(", ", NAMES));
        }
        var terminal = new Terminal();
        var project = Project.current();
        if (name.equals("box")) {
            // It measures images, which ./cactus images built.
            return run(project, Packaging.NATIVE);
        }
        var build = new Build(project, terminal);
        if (name.equals("lambda")) {
            // It compares both.
            build.jvm(List.of(Project.LAMBDA));
            build.nativeExecutables(List.of(Project.LAMBDA));
        } else if (nativeExecutables) {
            build.nativeExecutables();
        } else {
            build.jvm(Service.modules());
        }
        var packaging = nativeExecutables ? Packaging.NATIVE : Packaging.JVM;
        if (name.equals("footprint")) {
            new Footprint(project, terminal, Duration.ofSeconds(idleSeconds), results(project)).measure(packaging);
            return 0;
        }
        return run(project, packaging);
    }

    private Path results(Project project) {
        return results.map(Path::toAbsolutePath).orElse(project.results());
    }

    /** Benchmarks live in a module of their own with a main that takes the name, packaged as this launcher is. */
    private int run(Project project, Packaging packaging) throws IOException, InterruptedException {
        var built = new Maven(project)
                .run(
                        Map.of(),
                        List.of(
                                "-q",
                                "-DskipTests",
                                "-Dspotless.check.skip=true",
                                "-pl",
                                "benchmarks",
                                "-am",
                                "package"));
        if (built != 0) {
            throw new LauncherFailure("the benchmarks do not build");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcactus.root=" + project.root(),
                "-Dcactus.results=" + results(project),
                "-Dcactus.native=" + (packaging == Packaging.NATIVE),
                "-jar",
                project.module("benchmarks").resolve("target/benchmarks.jar").toString(),
                name));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(project.root().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
