package com.cactuswealth.launcher.footprint;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Starts a fresh suite and measures what each part takes, idle and after some work. */
public final class Footprint {

    private static final Pattern STARTED = Pattern.compile("started in (\\d+\\.\\d+)s");
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Project project;
    private final Progress progress;
    private final Duration idle;

    public Footprint(Project project, Progress progress, Duration idle) {
        this.project = project;
        this.progress = progress;
        this.idle = idle;
    }

    /** Prints the table and writes it to {@code benchmarks/results}. */
    public void measure(Packaging packaging) {
        try {
            var home = Files.createTempDirectory("cactus-footprint");
            try (var suite = Suite.in(home)
                    .project(project)
                    .packaging(packaging)
                    .progress(progress)
                    .start()) {
                var report = FootprintReport.of(packaging, idle.toSeconds(), rows(suite, packaging, home));
                report.write(project);
                progress.say(report.markdown());
            } finally {
                delete(home);
            }
        } catch (IOException e) {
            throw new LauncherFailure("cannot measure: " + e.getMessage(), e);
        }
    }

    private List<FootprintRow> rows(Suite suite, Packaging packaging, Path home) throws IOException {
        sleep(SETTLING);
        var before = figures(suite);
        progress.say("Idle for " + idle.toSeconds() + " s …");
        sleep(idle);
        var after = figures(suite);
        new Demo(suite, progress).prepare(home);
        sleep(Duration.ofSeconds(2));
        var worked = figures(suite);

        var rows = new ArrayList<FootprintRow>();
        for (var part : before.keySet()) {
            var spent = after.get(part).cpuMillis() - before.get(part).cpuMillis();
            rows.add(new FootprintRow(
                    part,
                    size(packaging, part),
                    startSeconds(suite, part),
                    after.get(part).residentKib(),
                    after.get(part).anonymousKib(),
                    worked.get(part).residentKib(),
                    worked.get(part).anonymousKib(),
                    100.0 * spent / Math.max(1, idle.toMillis())));
        }
        return rows;
    }

    private static Map<String, ProcessFigures> figures(Suite suite) {
        var figures = new TreeMap<String, ProcessFigures>();
        suite.pids().forEach((name, pid) -> figures.put(name, ProcessFigures.of(pid)));
        return figures;
    }

    private long size(Packaging packaging, String part) throws IOException {
        if (!Service.modules().contains(part)) {
            return -1;
        }
        var artifact = packaging.artifact(project, part);
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

    private static double startSeconds(Suite suite, String part) throws IOException {
        if (!Service.modules().contains(part)) {
            return -1;
        }
        var started = STARTED.matcher(Files.readString(suite.log(Service.named(part))));
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

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
