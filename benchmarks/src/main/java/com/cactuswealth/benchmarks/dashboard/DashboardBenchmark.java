package com.cactuswealth.benchmarks.dashboard;

import com.cactuswealth.benchmarks.Machine;
import com.cactuswealth.launcher.Browser;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.Demo;
import com.cactuswealth.launcher.demo.DemoPartner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How fast the dashboard feels in a browser on a slowed network and processor: {@code frontend/bench/dashboard.mjs} measures
 * and holds the budget; this gives it a suite with the demo firm.
 */
public final class DashboardBenchmark {

    private DashboardBenchmark() {}

    /** Runs the benchmark and ends with its exit code: 1 when a line of the budget is not met. */
    public static void run() throws IOException, InterruptedException {
        var packaging = Boolean.getBoolean("cactus.native") ? Packaging.NATIVE : Packaging.JVM;
        var root = Path.of(System.getProperty("cactus.root", ".")).toAbsolutePath();
        var home = Files.createTempDirectory("cactus-bench");
        Progress progress = System.out::println;
        try (var suite = Suite.in(home).packaging(packaging).longRunning().start();
                var partner = DemoPartner.listening(suite.partnerPort())) {
            var signIns = new Demo(suite, partner.url(), progress).prepare(home);
            var measuring = new ProcessBuilder("node", "bench/dashboard.mjs")
                    .directory(root.resolve("frontend").toFile())
                    .inheritIO();
            measuring
                    .environment()
                    .putAll(Map.of(
                            "CACTUS_URL", suite.url().toString(),
                            "CACTUS_DEMO", signIns.toString(),
                            "CACTUS_MACHINE", Machine.description(),
                            "CACTUS_MEASURED_AT",
                                    Instant.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString(),
                            "CHROMIUM", Browser.executable(progress).toString()));
            var exit = measuring.start().waitFor();
            if (exit != 0) {
                throw new IOException("the budget is not met, or could not be measured (exit " + exit + ")");
            }
        }
    }
}
