package com.cactuswealth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    private static final String FAILURE = """
            {"timestamp":"2026-11-25T01:00:00Z","loggerName":"io.quarkus","level":"ERROR","message":"Failed to start",\
            "exception":{"exceptionType":"RuntimeException","message":"outer","causedBy":{"exception":\
            {"exceptionType":"SQLException","message":"no such column"}}}}""";

    @Test
    void readsAsALineWithTheLastCause() {
        assertThat(LogLine.readable(FAILURE))
                .isEqualTo("2026-11-25T01:00:00Z ERROR [io.quarkus] Failed to start: SQLException: no such column");
        assertThat(LogLine.message(FAILURE)).isEqualTo("Failed to start: SQLException: no such column");
    }

    @Test
    void leavesOtherLinesAlone() {
        assertThat(LogLine.readable("FATAL: {")).isEqualTo("FATAL: {");
        assertThat(LogLine.readable("{ not JSON")).isEqualTo("{ not JSON");
    }
}
