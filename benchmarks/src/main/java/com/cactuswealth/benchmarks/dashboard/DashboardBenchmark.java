package com.cactuswealth.benchmarks.dashboard;

import com.cactuswealth.benchmarks.Machine;
import com.cactuswealth.launcher.Browser;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Progress;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.demo.Api;
import com.cactuswealth.launcher.demo.Demo;
import com.cactuswealth.launcher.demo.DemoPartner;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How fast the dashboard feels in a browser on a slowed network and processor: {@code frontend/bench/dashboard.mjs} measures
 * and holds the budget; this gives it a suite with the demo firm, and 100,000 clients for the table.
 */
public final class DashboardBenchmark {

    private static final int CLIENTS = 100_000;
    private static final int BATCH = 500;
    /** Of the whole machine, between 0 and 1. */
    private static final double IDLE = 0.1;
    /** Seconds without a pause that count as the end of the work. */
    private static final int QUIET = 10;
    /** In seconds: a machine that others use may never be idle. */
    private static final int LONGEST_WAIT = 600;

    private static final List<String> STAGES = List.of("PROSPECT", "CONTACTED", "FIRST_MEETING", "OPENING", "DORMANT");

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
            progress.say("Importing " + CLIENTS + " clients for the table …");
            importClients(suite);
            progress.say("Waiting until the suite is done with them …");
            awaitQuiet();
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

    /** Their events are on their way for a while yet, and a browser beside that work would measure it too. */
    private static void awaitQuiet() throws InterruptedException {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        machine.getCpuLoad(); // The first answer is about no time at all.
        for (int waited = 0, quiet = 0; waited < LONGEST_WAIT && quiet < QUIET; waited++) {
            Thread.sleep(1_000);
            quiet = machine.getCpuLoad() < IDLE ? quiet + 1 : 0;
        }
    }

    /** All of one advisor who is nobody's in the demo, so that only the administrator's table is so long. */
    private static void importClients(Suite suite) {
        var admin = Api.signIn(suite.url(), suite.administrator());
        var owner = admin.post(
                        "/api/v1/users",
                        Map.of(
                                "username", "many",
                                "email", "many@cactus.example",
                                "name", "Many Clients",
                                "password", "a password for many",
                                "role", "ADVISOR"))
                .path("id")
                .asText();
        var newest = Instant.now().minus(1, ChronoUnit.DAYS);
        var batch = new ArrayList<Map<String, Object>>();
        IntStream.range(0, CLIENTS).forEach(number -> {
            batch.add(Map.of(
                    "firstName",
                    "Nombre" + number % 997,
                    "lastName",
                    "Apellido" + number,
                    "email",
                    "client" + number + "@example.com",
                    "riskProfile",
                    "MEDIUM",
                    "stage",
                    STAGES.get(number % STAGES.size()),
                    "ownerId",
                    owner,
                    "createdAt",
                    newest.minus(number, ChronoUnit.MINUTES).toString(),
                    "history",
                    List.of()));
            if (batch.size() == BATCH) {
                admin.patiently("POST", "/api/v1/clients/imports", Map.of("clients", batch));
                batch.clear();
            }
        });
    }
}
