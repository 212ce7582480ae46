package com.cactuswealth.benchmarks.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.benchmarks.Percentiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void percentilesAreInMilliseconds() {
        var micros = new Histogram(3);
        for (var i = 1; i <= 100; i++) {
            micros.recordValue(i * 1000L);
        }

        assertThat(Percentiles.of(micros)).isEqualTo(new Percentiles(50.02, 95.04, 99.01, 100.03));
    }

    @Test
    void aReportIsATableAndJson(@TempDir Path directory) throws Exception {
        var times = new Percentiles(1, 2, 3, 4);
        Report.of("jvm", 100, 60, List.of(new Result(500, 29_998, 2, 29_998, 0, 499.97, times, times)))
                .write(directory);

        assertThat(Files.readString(directory.resolve("webhooks-jvm.md")))
                .contains("| 500 | 500 | 29998 | 2 | 29998 | 0 | 1.0 | 2.0 | 3.0 | 4.0 | 1.0 | 3.0 |");
        assertThat(Files.readString(directory.resolve("webhooks-jvm.json"))).contains("\"p99\" : 3.0");
    }
}
