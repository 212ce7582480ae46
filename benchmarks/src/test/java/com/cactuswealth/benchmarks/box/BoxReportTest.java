package com.cactuswealth.benchmarks.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.benchmarks.Percentiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxReportTest {

    private static final long MIB = 1 << 20;

    @Test
    void aReportSaysWhatEachContainerTookAndWhatWasLost(@TempDir Path directory) throws Exception {
        var times = new Percentiles(1, 2, 3, 4);
        var gateway =
                new ContainerFigures("gateway", 88 * MIB, 60 * MIB, 20 * MIB, 40 * MIB, 70 * MIB, 12, 0, 1_000_000_000);
        var load = new MixedLoad.Result(70, 20, 40, Map.of(503, 2L), times, times);
        new BoxReport(
                        "2026-11-26T12:00:00Z",
                        "a machine",
                        10,
                        5,
                        load,
                        50,
                        19,
                        1,
                        times,
                        List.of(gateway),
                        List.of(gateway),
                        1024 * MIB,
                        600 * MIB,
                        700 * MIB,
                        0,
                        31.25,
                        1.5,
                        List.of(new BoxReport.Idle("gateway", 0.04)),
                        new Rehearsal(40, 1800, 7, 0, 15))
                .write(directory);

        var text = Files.readString(directory.resolve("box.md"));
        assertThat(text)
                .contains("| gateway | 88 | 60 | 20 | 40 | 70 | 12 | 20 | 0.04 |")
                .contains("| looks | 50 | 1.0 | 2.0 | 3.0 | 4.0 |")
                .contains("Refused, by status: {503=2}. Events that did not reach the partner: 1; that came twice: 1.")
                .contains("Killed for want of memory: **0**")
                .contains(
                        "(1800 changes committed, 7 requests refused or cut, 0 events lost); a backup was restored in 15 s");
        assertThat(Files.readString(directory.resolve("box.json"))).contains("\"idlePercent\" : 1.5");
    }
}
