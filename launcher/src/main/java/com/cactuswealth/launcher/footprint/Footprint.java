package com.cactuswealth.launcher.footprint;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.TemporaryFiles;
import com.cactuswealth.launcher.lambda.GuardAccount;
import com.cactuswealth.launcher.lambda.GuardEvents;
import com.cactuswealth.launcher.lambda.LambdaPackage;
import com.cactuswealth.launcher.lambda.LambdaRuntime;
import com.cactuswealth.launcher.lambda.RenderedFunction;
import com.cactuswealth.servers.MotoServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Starts a fresh suite and measures what each part takes, idle and after some work. */
public final class Footprint {

    private static final Pattern STARTED = Pattern.compile("started in (\\d+\\.\\d+)s");
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Project project;
    private final Progress progress;
    private final Duration idle;
    private final Path results;

    public Footprint(Project project, Progress progress, Duration idle, Path results) {
        this.project = project;
        this.progress = progress;
        this.idle = idle;
        this.results = results;
    }

    /** Prints the table and writes it to the directory of results. */
    public void measure(Packaging packaging) {
        try {
            var home = Files.createTempDirectory("cactus-footprint");
            try (var suite = Suite.in(home)
                    .project(project)
                    .packaging(packaging)
                    .progress(progress)
                    .start()) {
                var rows = packaging == Packaging.NATIVE
                        ? withLambda(suite, home)
                        : rows(suite, packaging, home, Map.of(), () -> {});
                var report = FootprintReport.of(packaging, idle.toSeconds(), rows);
                report.write(results);
                progress.say(report.markdown());
            } finally {
                TemporaryFiles.delete(home);
            }
        } catch (IOException e) {
            throw new LauncherFailure("cannot measure: " + e.getMessage(), e);
        }
    }

    /** Only its executable is a process of its own; on the JVM, AWS's own runtime would host it. */
    private List<FootprintRow> withLambda(Suite suite, Path home) throws IOException {
        var function = RenderedFunction.of(project, "stop");
        try (var moto = MotoServer.temporary();
                var lambda = LambdaRuntime.start(
                        LambdaPackage.command(project, Packaging.NATIVE),
                        GuardAccount.environment(function, moto.url()),
                        function.selfArn(),
                        log(home, Project.LAMBDA))) {
            GuardAccount.in(moto, function).launch("t4g.small");
            return rows(
                    suite, Packaging.NATIVE, home, Map.of(Project.LAMBDA, lambda.pid()), () -> stop(lambda, function));
        }
    }

    private static void stop(LambdaRuntime lambda, RenderedFunction function) {
        var answer = lambda.invoke(GuardEvents.alert(function, new BigDecimal("71.30")));
        if (!answer.body().contains("\"outcome\":\"DONE\"")) {
            throw new LauncherFailure("the Lambda did not stop the instance: " + answer.body());
        }
    }

    private List<FootprintRow> rows(
            Suite suite, Packaging packaging, Path home, Map<String, Long> others, Runnable othersWork)
            throws IOException {
        var pids = new TreeMap<>(suite.pids());
        pids.putAll(others);
        sleep(SETTLING);
        var before = figures(pids);
        progress.say("Idle for " + idle.toSeconds() + " s …");
        sleep(idle);
        var after = figures(pids);
        Flow.run(suite, progress, home);
        othersWork.run();
        sleep(Duration.ofSeconds(2));
        var worked = figures(pids);

        var rows = new ArrayList<FootprintRow>();
        for (var part : pids.keySet()) {
            var spent = after.get(part).cpuMillis() - before.get(part).cpuMillis();
            rows.add(new FootprintRow(
                    part,
                    size(packaging, part),
                    startSeconds(log(home, part)),
                    after.get(part).residentKib(),
                    after.get(part).anonymousKib(),
                    worked.get(part).residentKib(),
                    worked.get(part).anonymousKib(),
                    100.0 * spent / Math.max(1, idle.toMillis())));
        }
        return rows;
    }

    private static Map<String, ProcessFigures> figures(Map<String, Long> pids) {
        return pids.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> ProcessFigures.of(part.getValue())));
    }

    private static Path log(Path home, String part) {
        return home.resolve("logs/" + part + ".log");
    }

    private long size(Packaging packaging, String part) throws IOException {
        var artifact = packaging.artifact(project, part);
        if (!Files.exists(artifact)) {
            return -1;
        }
        return packaging == Packaging.NATIVE ? Files.size(artifact) : sizeOf(artifact.getParent());
    }

    private static long sizeOf(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            var bytes = 0L;
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static double startSeconds(Path log) throws IOException {
        var started = STARTED.matcher(Files.readString(log));
        return started.find() ? Double.parseDouble(started.group(1)) : -1;
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }
}
