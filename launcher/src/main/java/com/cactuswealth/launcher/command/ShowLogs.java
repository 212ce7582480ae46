package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.LogLine;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the end of the logs.")
final class ShowLogs implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(300);

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Only of this one; also postgresql and redis.")
    private String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what comes.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many; default ${DEFAULT-VALUE}.")
    private int lines;

    @Option(names = "--raw", description = "As the services write them: JSON.")
    private boolean raw;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var followers = new LinkedHashMap<Path, LogFollower>();
        for (var log : logs()) {
            followers.put(log, new LogFollower(log, lines));
        }
        var terminal = new Terminal();
        do {
            for (var follower : followers.entrySet()) {
                var prefix = service == null ? name(follower.getKey()) + " | " : "";
                follower.getValue()
                        .next()
                        .forEach(line -> terminal.say(prefix + (raw ? line : LogLine.readable(line))));
            }
            Thread.sleep(follow ? PAUSE : Duration.ZERO);
        } while (follow);
        return 0;
    }

    private List<Path> logs() throws IOException {
        var directory = Project.current().home().resolve("logs");
        if (service != null) {
            var log = directory.resolve(service + ".log");
            return List.of(
                    Files.exists(log)
                            ? log
                            : directory.resolve(Service.named(service).module() + ".log"));
        }
        if (!Files.isDirectory(directory)) {
            throw new LauncherFailure("there are no logs yet");
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path log) {
        return log.getFileName().toString().replace(".log", "");
    }
}
