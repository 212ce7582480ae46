package com.cactuswealth.benchmarks.box;

import com.cactuswealth.benchmarks.Percentiles;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The figures of one run.
 *
 * @param idlePercent of one processor that all containers together took
 * @param loadPercent the same under load
 */
record BoxReport(
        String measuredAt,
        String machine,
        long minutes,
        long idleMinutes,
        MixedLoad.Result load,
        int sockets,
        long webhooks,
        long webhooksTwice,
        Percentiles webhookLatency,
        List<ContainerFigures> containers,
        List<ContainerFigures> afterIdling,
        long limit,
        long used,
        long mostUsed,
        long killed,
        double loadPercent,
        double idlePercent,
        List<Idle> idle,
        Rehearsal rehearsal) {

    /** One container's share of a processor while nobody asked for anything. */
    record Idle(String service, double percent) {}

    String markdown() {
        var text = new StringBuilder("""
                # The box

                The native suite of `deploy/compose.yaml` in containers, with PostgreSQL and Redis, all inside one memory cgroup of
                %s MiB. %d minutes of mixed load through the gateway, open loop: 50 looks and 20 moves of clients a second
                (each move is an event, a webhook, a notification and hints), %d sockets open at the end. Then %d minutes
                of nothing. The load and the partner ran on the same machine outside of the cgroup: %s. Measured at %s.

                Killed for want of memory: **%d**. The whole used %s MiB at the end of the load, of which the kernel can take back
                the cache, and %s MiB at most. Processor: %.1f %% of one under load, **%.2f %%** idle.

                | container | limit | RSS | anonymous | cache | highest | pages read again | anonymous idle | CPU idle |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(
                        mib(limit),
                        minutes,
                        sockets,
                        idleMinutes,
                        machine,
                        measuredAt,
                        killed,
                        mib(used),
                        mib(mostUsed),
                        loadPercent,
                        idlePercent));
        for (var i = 0; i < containers.size(); i++) {
            var it = containers.get(i);
            text.append("| %s | %s | %s | %s | %s | %s | %d | %s | %.2f |%n"
                    .formatted(
                            it.service(),
                            mib(it.limit()),
                            mib(it.resident()),
                            mib(it.anonymous()),
                            mib(it.cache()),
                            mib(it.mostUsed()),
                            it.reads(),
                            mib(afterIdling.get(i).anonymous()),
                            idle.get(i).percent()));
        }
        text.append("""

                Memory in MiB; RSS is proportional: what processes of a container share is counted once.

                | milliseconds | count | p50 | p95 | p99 | max |
                |---|---:|---:|---:|---:|---:|
                """);
        text.append(row("looks", load.answered() - load.moved(), load.looks()));
        text.append(row("moves", load.moved(), load.moves()));
        text.append(row("commit to the partner", webhooks, webhookLatency));
        text.append("%nRefused, by status: %s. Events that did not reach the partner: %d; that came twice: %d.%n"
                .formatted(load.refused().isEmpty() ? "none" : load.refused(), load.moved() - webhooks, webhooksTwice));
        text.append("""

                Before that the system tests' flow and refusals passed against it, all six services were upgraded under the same load
                in %d s (%d changes committed, %d requests refused or cut, %d events lost); a backup was restored in %d s.
                """.formatted(
                        rehearsal.upgradeSeconds(),
                        rehearsal.committed(),
                        rehearsal.refused(),
                        rehearsal.lost(),
                        rehearsal.restoreSeconds()));
        return text.toString();
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("box.md"), markdown());
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
        Files.writeString(directory.resolve("box.json"), json + "\n");
    }

    private static String row(String what, long count, Percentiles times) {
        return "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(what, count, times.p50(), times.p95(), times.p99(), times.max());
    }

    private static String mib(long bytes) {
        return "%.0f".formatted(bytes / 1048576.0);
    }
}
