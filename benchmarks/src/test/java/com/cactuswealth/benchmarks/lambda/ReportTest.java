package com.cactuswealth.benchmarks.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.benchmarks.lambda.Result.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void aReportIsATableAndJson(@TempDir Path directory) throws Exception {
        var look =
                new Result("native", "look", new Times(50, 60), new Times(40, 45), 2, new Times(7, 9), 51_200, 20_480);
        var stop = new Result("native", "stop", new Times(90, 99), new Times(50, 55), 9, null, 52_224, 21_504);

        Report.of(25, List.of(look, stop)).write(directory);

        assertThat(Files.readString(directory.resolve("lambda.md")))
                .contains("over 25 runs")
                .contains("| native | look | 50.0 | 60.0 | 40.0 | 45.0 | 2 | 7.0 | 50.0 | 20.0 |")
                .contains("| native | stop | 90.0 | 99.0 | 50.0 | 55.0 | 9 |  | 51.0 | 21.0 |");
        assertThat(Files.readString(directory.resolve("lambda.json"))).contains("\"residentKib\" : 51200");
    }
}
