package com.cactuswealth.launcher.lambda;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.TemporaryFiles;
import com.cactuswealth.servers.MotoAccount.Instance;
import com.cactuswealth.servers.MotoServer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One invocation of the packaged guard, told to the person at the terminal. */
public final class Simulation {

    private final Project project;
    private final Packaging packaging;
    private final Progress progress;

    public Simulation(Project project, Packaging packaging, Progress progress) {
        this.project = project;
        this.packaging = packaging;
        this.progress = progress;
    }

    /** Against an AWS of this machine, with an instance in the state that the function is made for. */
    public void onThisMachine(RenderedFunction function, String action, String event) {
        try (var moto = MotoServer.temporary()) {
            var account = GuardAccount.in(moto, function);
            var instance = action.equals("resume") ? account.launchStopped("t4g.small") : account.launch("t4g.small");
            progress.say("Seen:     " + described(account.instance(instance)));
            invoke(function, GuardAccount.environment(function, moto.url()), event);
            progress.say("Now:      " + described(account.instance(instance)));
            account.mail().forEach(mail -> {
                progress.say("E-mail:   " + mail.subject());
                mail.text().lines().forEach(line -> progress.say("          " + line));
            });
        }
    }

    /** Against a real account, where it only looks. */
    public void dryRun(RenderedFunction function, Map<String, String> environment, String event) {
        progress.say("Dry run:  nothing is changed in the account, and nobody is told.");
        invoke(function, environment, event);
    }

    private void invoke(RenderedFunction function, Map<String, String> environment, String event) {
        var home = temporary();
        try (var lambda = LambdaRuntime.start(
                LambdaPackage.command(project, packaging),
                environment,
                function.selfArn(),
                home.resolve("function.log"))) {
            var answer = lambda.invoke(event);
            if (answer.failed()) {
                throw new LauncherFailure("the function failed, AWS would invoke it again: " + answer.body());
            }
            read(answer.body()).path("reports").forEach(this::tell);
        } finally {
            delete(home);
        }
    }

    private void tell(JsonNode report) {
        progress.say("Decided:  %s %s for budget %s, period %s"
                .formatted(
                        report.path("action").asText(),
                        report.path("outcome").asText(),
                        report.path("budget").asText(),
                        report.path("period").asText()));
        report.at("/summary/en").asText().lines().forEach(line -> progress.say("          " + line));
        report.path("undo").forEach(command -> progress.say("Undo:     " + command.asText()));
    }

    private static String described(Instance instance) {
        return "%s, %s, %s, tags %s".formatted(instance.id(), instance.type(), instance.state(), instance.tags());
    }

    private static JsonNode read(String answer) {
        try {
            return new ObjectMapper().readTree(answer);
        } catch (JsonProcessingException e) {
            throw new LauncherFailure("the function's answer is not JSON: " + answer, e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("cactus-simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try {
            TemporaryFiles.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
