package com.cactuswealth.benchmarks.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What one container takes, in bytes and nanoseconds.
 *
 * @param resident of its processes; what they share is counted once
 * @param anonymous what cannot be given back
 * @param cache pages of files, among them the executable's; they can be given back
 * @param mostUsed anonymous and cache together, at their highest
 * @param reads how often a page of a file had to be read again: many of them mean that the limit is too tight
 */
record ContainerFigures(
        String service,
        long limit,
        long resident,
        long anonymous,
        long cache,
        long mostUsed,
        long reads,
        long killed,
        long cpuNanos) {

    static ContainerFigures of(String service, Cgroup cgroup) throws IOException {
        var resident = 0L;
        for (var process : cgroup.processes()) {
            resident += proportional(process);
        }
        return new ContainerFigures(
                service,
                cgroup.limit(),
                resident,
                cgroup.statistic("total_rss"),
                cgroup.statistic("total_cache"),
                cgroup.mostUsed(),
                cgroup.statistic("total_pgmajfault"),
                cgroup.killed(),
                cgroup.cpuNanos());
    }

    private static long proportional(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
