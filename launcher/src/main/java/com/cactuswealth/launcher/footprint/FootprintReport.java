package com.cactuswealth.launcher.footprint;

import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Packaging;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The table, and the machine it was measured on. */
record FootprintReport(String packaging, String measuredAt, String machine, long idleSeconds, List<FootprintRow> rows) {

    static FootprintReport of(Packaging packaging, long idleSeconds, List<FootprintRow> rows) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var machine = "%d processors, %.0f GiB, %s %s %s, JDK %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / (double) (1L << 30),
                        system.getName(),
                        system.getVersion(),
                        system.getArch(),
                        Runtime.version());
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new FootprintReport(packaging.name().toLowerCase(Locale.ROOT), now, machine, idleSeconds, rows);
    }

    String markdown() {
        var text = new StringBuilder("""
                # Footprint, %s

                %s on %s. Memory in MiB, start in seconds as Quarkus logs it, CPU in percent of one processor over %d idle seconds.

                | part | size | start | RSS idle | anonymous idle | RSS after the flow | anonymous after the flow | CPU idle |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(packaging, measuredAt, machine, idleSeconds));
        rows.forEach(row -> text.append(row.markdown()).append('\n'));
        return text.toString();
    }

    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("footprint-" + packaging + ".md"), markdown());
            new JsonMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(
                            directory
                                    .resolve("footprint-" + packaging + ".json")
                                    .toFile(),
                            this);
        } catch (IOException e) {
            throw new LauncherFailure("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }
}
