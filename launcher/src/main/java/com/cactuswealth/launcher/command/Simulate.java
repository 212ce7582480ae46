package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.lambda.AwsProfile;
import com.cactuswealth.launcher.lambda.GuardEvents;
import com.cactuswealth.launcher.lambda.RenderedFunction;
import com.cactuswealth.launcher.lambda.Simulation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description =
                "Invokes the packaged guard against an AWS of this machine and shows what it saw, decided and did.")
final class Simulate implements Callable<Integer> {

    private static final List<String> ACTIONS = List.of("stop", "resize", "resume");
    /** More than 95 % of the budget. */
    private static final BigDecimal SPENT = new BigDecimal("71.30");

    @Parameters(
            index = "0",
            paramLabel = "EVENT",
            description = "stop, resize, resume, or a file with an event for stop.")
    private String event;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Dry run against the real account of this profile of the AWS CLI; nothing is changed there.")
    private String profile;

    @Option(
            names = "--project",
            defaultValue = "cactus",
            paramLabel = "NAME",
            description =
                    "With --profile: the project whose functions are deployed there, by default ${DEFAULT-VALUE}.")
    private String projectName;

    @Option(names = "--native", description = "Run the native executable.")
    private boolean nativeExecutable;

    @Override
    public Integer call() throws IOException {
        var terminal = new Terminal();
        var project = Project.current();
        var build = new Build(project, terminal);
        if (nativeExecutable) {
            build.nativeExecutables(List.of(Project.LAMBDA));
        } else {
            build.jvm(List.of(Project.LAMBDA));
        }
        var simulation = new Simulation(project, nativeExecutable ? Packaging.NATIVE : Packaging.JVM, terminal);
        var action = ACTIONS.contains(event) ? event : "stop";
        if (profile == null) {
            var function = RenderedFunction.of(project, action);
            simulation.onThisMachine(function, action, event(function));
        } else {
            var account = new AwsProfile(profile);
            var function = account.function(projectName + "-budget-guard-" + action);
            simulation.dryRun(function, account.environment(function), event(function));
        }
        return 0;
    }

    private String event(RenderedFunction function) throws IOException {
        if (event.equals("stop")) {
            return GuardEvents.alert(function, SPENT);
        }
        if (ACTIONS.contains(event)) {
            return GuardEvents.scheduled(event);
        }
        var file = Path.of(event);
        if (!Files.isReadable(file)) {
            throw new LauncherFailure("no event: " + event + " is neither stop, resize, resume nor a file");
        }
        return Files.readString(file);
    }
}
