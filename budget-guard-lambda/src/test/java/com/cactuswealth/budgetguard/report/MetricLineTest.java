package com.cactuswealth.budgetguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MetricLineTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void aRunIsALineOfTheEmbeddedMetricFormat() throws JsonProcessingException {
        assertThat(MAPPER.readTree(line(Action.RESIZE, Outcome.FAILED))).isEqualTo(MAPPER.readTree("""
                {"Action": "resize", "Runs": 1, "Failures": 1, "SelfTests": 0,
                 "_aws": {"Timestamp": 1795690800000, "CloudWatchMetrics": [{
                   "Namespace": "Cactus/BudgetGuard", "Dimensions": [["Action"]],
                   "Metrics": [{"Name": "Runs", "Unit": "Count"}, {"Name": "Failures", "Unit": "Count"},
                               {"Name": "SelfTests", "Unit": "Count"}]}]}}"""));
    }

    @Test
    void aSelfTestCountsOnlyWhenItPassed() {
        assertThat(line(Action.SELF_TEST, Outcome.DONE))
                .contains("\"Action\":\"stop\"", "\"SelfTests\":1", "\"Failures\":0");
        assertThat(line(Action.SELF_TEST, Outcome.FAILED)).contains("\"SelfTests\":0", "\"Failures\":1");
    }

    private static String line(Action action, Outcome outcome) {
        var report = new Subject("run", action, "cactus-monthly", "2026-11", null, null)
                .report(outcome, Remark.of(Phrase.GAVE_UP));
        return MetricLine.of(report, Instant.ofEpochMilli(1_795_690_800_000L), MAPPER)
                .toString();
    }
}
