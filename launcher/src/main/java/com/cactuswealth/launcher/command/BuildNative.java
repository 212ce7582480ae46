package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.footprint.Footprint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "native", description = "Builds native executables and shows what they take.")
final class BuildNative implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "MODULE", description = "Only these, and without the table.")
    private List<String> modules = List.of();

    @Option(names = "--jvm", description = "Measure the same on the JVM as well.")
    private boolean jvm;

    @Option(names = "--idle-seconds", defaultValue = "120", description = "How long to watch them idle.")
    private int idleSeconds;

    @Override
    public Integer call() {
        var terminal = new Terminal();
        var project = Project.current();
        var build = new Build(project, terminal);
        if (!modules.isEmpty()) {
            build.nativeExecutables(modules);
            return 0;
        }
        build.nativeExecutables();
        var footprint = new Footprint(project, terminal, Duration.ofSeconds(idleSeconds), project.results());
        footprint.measure(Packaging.NATIVE);
        if (jvm) {
            build.jvm(Service.modules());
            footprint.measure(Packaging.JVM);
        }
        return 0;
    }
}
