package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.build.Maven;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "Runs every test, or those of some modules and what they need.")
final class RunTests implements Callable<Integer> {

    private static final List<String> ONLY_SYSTEM_TESTS = List.of(
            "-Dcactus.native=true",
            "-pl",
            "system-tests",
            "-am",
            "-Dtest=com.cactuswealth.systemtests.**",
            "-Dit.test=com.cactuswealth.systemtests.**",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dfailsafe.failIfNoSpecifiedTests=false",
            "verify");

    @Option(names = "--native", description = "Run the system tests against native executables.")
    private boolean nativeExecutables;

    @Parameters(arity = "0..*", paramLabel = "MODULE")
    private List<String> modules = List.of();

    @Override
    public Integer call() {
        var project = Project.current();
        var maven = new Maven(project);
        if (nativeExecutables) {
            new Build(project, new Terminal()).nativeExecutables(Service.modules());
            return maven.run(Map.of(), ONLY_SYSTEM_TESTS);
        }
        var arguments = new ArrayList<String>();
        if (!modules.isEmpty()) {
            arguments.addAll(List.of("-pl", String.join(",", modules), "-am"));
        }
        arguments.add("verify");
        return maven.run(Map.of(), arguments);
    }
}
