package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.lambda.AwsProfile;
import com.cactuswealth.launcher.lambda.GuardEvents;
import com.cactuswealth.launcher.lambda.RenderedFunction;
import com.cactuswealth.launcher.lambda.Simulation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    @Parameters(index = "0", paramLabel = "EVENT", description = "stop, resize, resume, or a file with an event.")
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
        var file = ACTIONS.contains(event) ? Optional.<String>empty() : Optional.of(file());
        var action = file.map(Simulate::action).orElse(event);
        if (profile == null) {
            var function = RenderedFunction.of(project, action);
            simulation.onThisMachine(function, action, file.orElseGet(() -> made(action, function)));
        } else {
            var account = new AwsProfile(profile);
            var function = account.function(projectName + "-budget-guard-" + action);
            simulation.dryRun(function, account.environment(function), file.orElseGet(() -> made(action, function)));
        }
        return 0;
    }

    private String file() throws IOException {
        var file = Path.of(event);
        if (!Files.isReadable(file)) {
            throw new LauncherFailure("no event: " + event + " is neither stop, resize, resume nor a file");
        }
        return Files.readString(file);
    }

    /** Whose event it is: alerts and all else go to stop, which refuses what it does not understand. */
    private static String action(String event) {
        try {
            var action = new ObjectMapper().readTree(event).path("action").asText();
            return ACTIONS.contains(action) ? action : "stop";
        } catch (JsonProcessingException e) {
            throw new LauncherFailure("the event is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String made(String action, RenderedFunction function) {
        return action.equals("stop") ? GuardEvents.alert(function, SPENT) : GuardEvents.scheduled(action);
    }
}
