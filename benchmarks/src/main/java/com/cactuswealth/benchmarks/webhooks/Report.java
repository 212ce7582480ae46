package com.cactuswealth.benchmarks.webhooks;

import com.cactuswealth.benchmarks.Machine;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** All rates of one run, with the machine they were measured on. */
record Report(String packaging, String measuredAt, String machine, int endpoints, int seconds, List<Result> results) {

    static Report of(String packaging, int endpoints, int seconds, List<Result> results) {
        return new Report(
                packaging,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.description(),
                endpoints,
                seconds,
                results);
    }

    String markdown() {
        var text = new StringBuilder("""
                # Webhooks, %s

                Commit to receipt over %d endpoints, %d s at each rate after a warm-up; open-loop load through the gateway,
                suite, load and receiver on one machine: %s. Measured at %s. Times in milliseconds.

                | rate/s | received/s | accepted | refused | received | twice | p50 | p95 | p99 | max | API p50 | API p99 |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(packaging, endpoints, seconds, machine, measuredAt));
        results.forEach(result -> text.append(result.row()).append('\n'));
        return text.toString();
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("webhooks-" + packaging + ".md"), markdown());
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
        Files.writeString(directory.resolve("webhooks-" + packaging + ".json"), json + "\n");
    }
}
