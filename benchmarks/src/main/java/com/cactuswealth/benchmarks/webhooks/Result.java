package com.cactuswealth.benchmarks.webhooks;

import com.cactuswealth.benchmarks.Percentiles;

/**
 * One rate, measured.
 *
 * @param rate events per second that were asked for
 * @param accepted commands that succeeded and changed something, each of which commits one event; under overload two
 *     moves of one client may overtake each other, and the later one then finds nothing to change
 * @param refused commands that failed
 * @param received distinct events that arrived
 * @param duplicates events that arrived more than once
 * @param throughput events received per second of the load
 * @param webhook event's time to receipt
 * @param api when a command should have been sent to its answer, so that a stall counts for all it delayed
 */
record Result(
        int rate,
        long accepted,
        long refused,
        long received,
        long duplicates,
        double throughput,
        Percentiles webhook,
        Percentiles api) {

    String row() {
        return "| %d | %.0f | %d | %d | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |"
                .formatted(
                        rate,
                        throughput,
                        accepted,
                        refused,
                        received,
                        duplicates,
                        webhook.p50(),
                        webhook.p95(),
                        webhook.p99(),
                        webhook.max(),
                        api.p50(),
                        api.p99());
    }
}
