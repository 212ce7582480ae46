package com.cactuswealth.benchmarks.lambda;

import com.cactuswealth.benchmarks.Machine;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** All results of one run, with the machine they were measured on. */
record Report(String measuredAt, String machine, int runs, List<Result> results) {

    static Report of(int runs, List<Result> results) {
        return new Report(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Machine.description(), runs, results);
    }

    String markdown() {
        var text = new StringBuilder("""
            # Budget guard as a Lambda

            The stop function in AWS' runtime interface emulator, with the environment that Terraform gives it, against moto.
            Cold: from an invocation, which starts the process, to its answer, over %d runs. Own: the same without the time that
            moto took to answer the calls. "look": a dry run, which judges the alert, looks at the instance and sends the e-mail.
            "stop": the whole, with the claim in the ledger, the stop, the second look and the tags. Warm: the median of %d more.
            Memory after those, or after the stop. JVM: the same handler under AWS' Java runtime client with its managed
            runtime's options. Python: `benchmarks/src/main/python/budget_guard.py` under awslambdaric.

            All on one machine: %s. Measured at %s. Times in milliseconds, memory in MiB.

            | kind | job | cold p50 | cold p95 | own p50 | own p95 | calls | warm p50 | RSS | anonymous |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|
            """.formatted(runs, LambdaBenchmark.WARM_RUNS, machine, measuredAt));
        results.forEach(result -> text.append(result.row()).append('\n'));
        return text.toString();
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("lambda.md"), markdown());
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
        Files.writeString(directory.resolve("lambda.json"), json + "\n");
    }
}
