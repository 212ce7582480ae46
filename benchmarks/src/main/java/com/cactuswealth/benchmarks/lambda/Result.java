package com.cactuswealth.benchmarks.lambda;

/**
 * What one kind takes for one job. Times in milliseconds.
 *
 * @param coldOwn the cold invocation without the time that AWS took to answer
 * @param calls of AWS in one invocation
 * @param warm null where the job can be done only once
 */
record Result(
        String kind,
        String job,
        Times cold,
        Times coldOwn,
        long calls,
        Times warm,
        long residentKib,
        long anonymousKib) {

    /** The median and the 95th percentile. */
    record Times(double median, double p95) {}

    String row() {
        return "| %s | %s | %.1f | %.1f | %.1f | %.1f | %d | %s | %.1f | %.1f |"
                .formatted(
                        kind,
                        job,
                        cold.median(),
                        cold.p95(),
                        coldOwn.median(),
                        coldOwn.p95(),
                        calls,
                        warm == null ? "" : "%.1f".formatted(warm.median()),
                        residentKib / 1024.0,
                        anonymousKib / 1024.0);
    }
}
