package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Browser;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.build.Maven;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "Runs every test, or those of some modules and what they need.")
final class RunTests implements Callable<Integer> {

    @Option(
            names = "--native",
            arity = "0..1",
            fallbackValue = "all",
            split = ",",
            paramLabel = "MODULE",
            description =
                    "Run only the tests from outside, against native executables of these modules; by default of all.")
    private List<String> nativeModules = List.of();

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Modules to test with what they need; with --native, classes of system tests.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        var project = Project.current();
        var maven = new Maven(project);
        return nativeModules.isEmpty() ? runOnTheJvm(maven) : runNatively(project, maven);
    }

    private int runOnTheJvm(Maven maven) {
        if (names.isEmpty() || names.contains("system-tests")) {
            // Before the long part, because it may have to be installed or may be missing.
            Browser.executable(new Terminal());
        }
        return maven.run(Map.of(), everything());
    }

    private List<String> everything() {
        return names.isEmpty() ? List.of("verify") : List.of("-pl", String.join(",", names), "-am", "verify");
    }

    private int runNatively(Project project, Maven maven) {
        var modules = nativeModules.contains("all") ? Build.NATIVE_MODULES : nativeModules;
        var build = new Build(project, new Terminal());
        build.jvm(Service.modules().stream()
                .filter(module -> !modules.contains(module))
                .toList());
        build.nativeExecutables(modules);
        var tests = names.isEmpty() ? "com.cactuswealth.systemtests.**,BudgetGuardIT" : String.join(",", names);
        // The Lambda's tests from outside are in its own module.
        var testing = Stream.concat(
                        Stream.of("system-tests", "launcher", "platform/testing", "platform/servers"),
                        modules.stream().filter(Project.LAMBDA::equals))
                .collect(Collectors.joining(","));
        return maven.run(
                Map.of(),
                List.of(
                        "-Dcactus.native=" + String.join(",", modules),
                        "-DsystemTestsOnly",
                        "-Dtest=none",
                        "-Dit.test=" + tests,
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dfailsafe.failIfNoSpecifiedTests=false",
                        // It would put the JVM's package in the place of the native one.
                        "-Dquarkus.build.skip=true",
                        "-pl",
                        testing,
                        "verify"));
    }
}
