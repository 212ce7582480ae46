package com.cactuswealth.budgetguard.report;

import com.cactuswealth.budgetguard.Action;
import com.cactuswealth.budgetguard.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A report as metrics: a line in CloudWatch's embedded metric format. */
final class MetricLine {

    private static final String NAMESPACE = "Cactus/BudgetGuard";

    private MetricLine() {}

    static ObjectNode of(Report report, Instant now, ObjectMapper mapper) {
        var selfTest = report.subject().action() == Action.SELF_TEST;
        var failed = report.outcome() == Outcome.FAILED;
        var line = mapper.createObjectNode();
        // The self-test is the function that stops, trying itself out.
        line.put(
                "Action",
                selfTest ? Action.STOP.wireName() : report.subject().action().wireName());
        line.put("Runs", 1);
        line.put("Failures", failed ? 1 : 0);
        line.put("SelfTests", selfTest && !failed ? 1 : 0);
        var metadata = line.putObject("_aws");
        metadata.put("Timestamp", now.toEpochMilli());
        var directive = metadata.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add("Action");
        var metrics = directive.putArray("Metrics");
        for (var name : new String[] {"Runs", "Failures", "SelfTests"}) {
            metrics.addObject().put("Name", name).put("Unit", "Count");
        }
        return line;
    }
}
