package com.cactuswealth.benchmarks.box;

import com.cactuswealth.benchmarks.Machine;
import com.cactuswealth.benchmarks.webhooks.Receiver;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.build.Maven;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the suite fits a machine of 1 GiB, under load and idle. */
public final class BoxBenchmark {

    static final int LOOKS = 50;
    static final int MOVES = 20;
    static final int SOCKETS = 50;

    private static final int ADVISORS = 20;
    private static final int CLIENTS_EACH = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final Duration LAST_ARRIVALS = Duration.ofSeconds(60);

    private BoxBenchmark() {}

    /**
     * Runs the benchmark and writes its report.
     *
     * @param arguments optionally the minutes of load, by default 10, and the minutes of idling, by default 5
     */
    public static void run(String... arguments) throws IOException, InterruptedException {
        var minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10;
        var idleMinutes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 5;
        var root = Path.of(System.getProperty("cactus.root", ".")).toAbsolutePath();
        var vertx = Vertx.vertx();
        try (var box = Box.start(root);
                var receiver = new Receiver(vertx, box.host())) {
            test(new Project(root), box);
            var partner = "http://" + box.host() + ":" + receiver.port() + "/";
            var crowd = Crowd.prepare(box.url(), box.administrator(), ADVISORS, CLIENTS_EACH, partner);
            var rehearsal = Rehearsal.of(box, crowd, receiver, vertx);
            System.out.println(rehearsal);
            for (var i = 0; i < crowd.size(); i++) {
                crowd.signInAgain(i);
            }
            receiver.reset();
            var warmUp = new MixedLoad(vertx, box.url(), crowd);
            var warmedUp = warmUp.run(WARM_UP, LOOKS, MOVES, 0);
            warmUp.close();
            awaitArrivals(receiver, warmedUp.moved());
            receiver.reset();

            var load = new MixedLoad(vertx, box.url(), crowd);
            var began = System.nanoTime();
            var cpu = box.whole().cpuNanos();
            var result = load.run(Duration.ofMinutes(minutes), LOOKS, MOVES, SOCKETS);
            var loadPercent = 100.0 * (box.whole().cpuNanos() - cpu) / (System.nanoTime() - began);
            var sockets = load.openSockets();
            awaitArrivals(receiver, result.moved());
            var webhooks = receiver.received();
            var twice = receiver.duplicates();
            var webhookLatency = receiver.latency();
            var loaded = box.containers();
            var used = box.whole().used();
            load.close();

            Thread.sleep(SETTLING);
            var before = box.containers();
            began = System.nanoTime();
            cpu = box.whole().cpuNanos();
            Thread.sleep(Duration.ofMinutes(idleMinutes));
            var idlePercent = 100.0 * (box.whole().cpuNanos() - cpu) / (System.nanoTime() - began);
            var after = box.containers();
            var idleNanos = System.nanoTime() - began;
            var mostUsed = box.whole().mostUsed();

            var report = new BoxReport(
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Machine.description(),
                    minutes,
                    idleMinutes,
                    result,
                    sockets,
                    webhooks,
                    twice,
                    webhookLatency,
                    loaded,
                    after,
                    box.whole().limit(),
                    used,
                    mostUsed,
                    after.stream().mapToLong(ContainerFigures::killed).sum(),
                    loadPercent,
                    idlePercent,
                    idle(before, after, idleNanos),
                    rehearsal);
            report.write(root.resolve("benchmarks/results"));
            System.out.println(report.markdown());
        } finally {
            vertx.close();
        }
    }

    /** What the suite is for, and what it refuses, by the system tests. */
    private static void test(Project project, Box box) throws IOException {
        var exit = new Maven(project)
                .run(
                        Map.of("CACTUS_PASSWORD", box.administrator().password()),
                        List.of(
                                "-q",
                                "-DsystemTestsOnly",
                                "-Dtest=none",
                                "-Dit.test=FlowIT,RefusalsIT",
                                "-Dsurefire.failIfNoSpecifiedTests=false",
                                "-Dfailsafe.failIfNoSpecifiedTests=false",
                                "-Dcactus.url=" + box.url(),
                                "-Dcactus.partner-address=" + box.host(),
                                "-pl",
                                "system-tests,launcher,platform/servers",
                                "verify"));
        if (exit != 0) {
            throw new IOException("the suite in the box does not pass its system tests");
        }
    }

    private static List<BoxReport.Idle> idle(List<ContainerFigures> before, List<ContainerFigures> after, long nanos) {
        var idle = new ArrayList<BoxReport.Idle>();
        for (var i = 0; i < after.size(); i++) {
            var spent = after.get(i).cpuNanos() - before.get(i).cpuNanos();
            idle.add(new BoxReport.Idle(after.get(i).service(), 100.0 * spent / nanos));
        }
        return idle;
    }

    static void awaitArrivals(Receiver receiver, long expected) throws InterruptedException {
        var deadline = System.nanoTime() + LAST_ARRIVALS.toNanos();
        while (receiver.received() < expected && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
    }
}
