package com.cactuswealth.benchmarks.webhooks;

import com.cactuswealth.benchmarks.Percentiles;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Suite;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long from the commit of a change to the partner's server, at several rates. */
public final class WebhookBenchmark {

    private static final int ENDPOINTS = 100;
    private static final List<Integer> RATES = List.of(100, 500, 1000);

    /** A cold JVM that gets more than it can do only builds up a backlog. */
    private static final List<Integer> WARM_UP_RATES = List.of(50, 300);

    private static final Duration LAST_ARRIVALS = Duration.ofSeconds(60);

    private WebhookBenchmark() {}

    /**
     * Runs the benchmark and writes its report.
     *
     * @param arguments optionally the seconds at each rate, by default 60, and the seconds of warm-up, by default 60
     */
    public static void run(String... arguments) throws IOException, InterruptedException {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        var warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        var packaging = Boolean.getBoolean("cactus.native") ? Packaging.NATIVE : Packaging.JVM;
        var vertx = Vertx.vertx();
        var home = Files.createTempDirectory("cactus-bench");
        try (var suite = Suite.in(home).packaging(packaging).longRunning().start();
                var receiver = new Receiver(vertx)) {
            var clients = Firm.prepare(suite, ENDPOINTS, receiver.port());
            var load = new Load(vertx, suite.url(), clients);
            System.out.println("Warming up …");
            for (var rate : WARM_UP_RATES) {
                receiver.reset();
                load.run(rate, Duration.ofSeconds(warmUp).dividedBy(WARM_UP_RATES.size()), Firm.token(suite));
                awaitArrivals(receiver, load.accepted.sum());
            }

            var results = new ArrayList<Result>();
            for (var rate : RATES) {
                receiver.reset();
                load.run(rate, Duration.ofSeconds(seconds), Firm.token(suite));
                awaitArrivals(receiver, load.accepted.sum());
                var result = result(rate, seconds, load, receiver);
                System.out.println(result);
                results.add(result);
            }
            var report = Report.of(packaging.name().toLowerCase(Locale.ROOT), ENDPOINTS, seconds, results);
            report.write(Path.of(System.getProperty("cactus.results", "benchmarks/results")));
            System.out.println(report.markdown());
        } finally {
            vertx.close();
        }
    }

    private static Result result(int rate, int seconds, Load load, Receiver receiver) {
        return new Result(
                rate,
                load.accepted.sum(),
                load.refused.sum(),
                receiver.received(),
                receiver.duplicates(),
                (double) receiver.received() / seconds,
                receiver.latency(),
                Percentiles.of(load.latency));
    }

    private static void awaitArrivals(Receiver receiver, long expected) throws InterruptedException {
        var deadline = System.nanoTime() + LAST_ARRIVALS.toNanos();
        while (receiver.received() < expected && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }
}
