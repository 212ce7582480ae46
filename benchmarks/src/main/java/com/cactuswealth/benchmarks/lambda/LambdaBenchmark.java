package com.cactuswealth.benchmarks.lambda;

import com.cactuswealth.benchmarks.lambda.Result.Times;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.TemporaryFiles;
import com.cactuswealth.launcher.footprint.ProcessFigures;
import com.cactuswealth.launcher.lambda.GuardAccount;
import com.cactuswealth.launcher.lambda.GuardEvents;
import com.cactuswealth.launcher.lambda.InterfaceEmulator;
import com.cactuswealth.launcher.lambda.RenderedFunction;
import com.cactuswealth.servers.MotoServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the budget guard takes from a cold start, and what it keeps in memory, beside other ways to write it. */
public final class LambdaBenchmark {

    static final int WARM_RUNS = 200;

    private static final int RUNS = 25;
    private static final BigDecimal SPENT = new BigDecimal("71.30");

    private final RenderedFunction function;
    private final MotoServer moto;
    private final TimedAws aws;
    private final Path home;

    private LambdaBenchmark(RenderedFunction function, MotoServer moto, TimedAws aws, Path home) {
        this.function = function;
        this.moto = moto;
        this.aws = aws;
        this.home = home;
    }

    /**
     * Runs the benchmark and writes its report.
     *
     * @param arguments optionally the number of cold runs, by default 25
     */
    public static void run(String... arguments) throws IOException {
        var runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        var project = Project.current();
        var home = Files.createTempDirectory("cactus-bench");
        try (var moto = MotoServer.temporary();
                var aws = new TimedAws(moto.url())) {
            var benchmark = new LambdaBenchmark(RenderedFunction.of(project, "stop"), moto, aws, home);
            var results = new ArrayList<Result>();
            for (var kind : Kind.all(project, home)) {
                for (var job : Job.values()) {
                    results.add(benchmark.measure(kind, job, runs));
                    System.out.println(results.getLast());
                }
            }
            var report = Report.of(runs, results);
            report.write(project.module("benchmarks").resolve("results"));
            System.out.println(report.markdown());
        } finally {
            TemporaryFiles.delete(home);
        }
    }

    private enum Job {
        LOOK("look", true, "DRY_RUN"),
        STOP("stop", false, "DONE");

        private final String title;
        private final boolean dryRun;
        private final String outcome;

        Job(String title, boolean dryRun, String outcome) {
            this.title = title;
            this.dryRun = dryRun;
            this.outcome = outcome;
        }
    }

    private Result measure(Kind kind, Job job, int runs) {
        var cold = new ArrayList<Duration>();
        var own = new ArrayList<Duration>();
        var warm = new ArrayList<Duration>();
        var calls = 0L;
        ProcessFigures figures = null;
        for (var run = 0; run < runs; run++) {
            moto.reset();
            GuardAccount.in(moto, function).launch("t4g.small");
            try (var emulator =
                    InterfaceEmulator.start(kind.command(), environment(kind, job), home.resolve("function.log"))) {
                aws.takenTime();
                aws.takenCalls();
                var took = invoke(emulator, job);
                cold.add(took);
                own.add(took.minus(aws.takenTime()));
                calls = aws.takenCalls();
                if (run == runs - 1) {
                    for (var again = 0; job == Job.LOOK && again < WARM_RUNS; again++) {
                        warm.add(invoke(emulator, job));
                    }
                    figures = ProcessFigures.of(emulator.pid());
                }
            }
        }
        return new Result(
                kind.name(),
                job.title,
                times(cold),
                times(own),
                calls,
                warm.isEmpty() ? null : times(warm),
                figures.residentKib(),
                figures.anonymousKib());
    }

    private Duration invoke(InterfaceEmulator emulator, Job job) {
        var event = GuardEvents.alert(function, SPENT);
        var began = System.nanoTime();
        var answer = emulator.invoke(event);
        var took = Duration.ofNanos(System.nanoTime() - began);
        // Python's JSON has a space after the colon.
        if (!answer.body().replace(" ", "").contains("\"outcome\":\"" + job.outcome + "\"")) {
            throw new IllegalStateException("not " + job.outcome + ": " + answer.body());
        }
        return took;
    }

    private Map<String, String> environment(Kind kind, Job job) {
        var environment = new HashMap<>(GuardAccount.environment(function, aws.url()));
        environment.putAll(kind.environment());
        environment.put("CACTUS_BUDGET_GUARD_DRY_RUN", Boolean.toString(job.dryRun));
        return environment;
    }

    private static Times times(List<Duration> durations) {
        var sorted = durations.stream().sorted().toList();
        return new Times(millis(sorted, 0.5), millis(sorted, 0.95));
    }

    private static double millis(List<Duration> sorted, double share) {
        var index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(index).toNanos() / 1e6;
    }
}
