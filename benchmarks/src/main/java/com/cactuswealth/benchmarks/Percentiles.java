package com.cactuswealth.benchmarks;

import org.HdrHistogram.Histogram;

/** A distribution of times, in milliseconds. */
public record Percentiles(double p50, double p95, double p99, double max) {

    /** @param micros a histogram of microseconds */
    public static Percentiles of(Histogram micros) {
        return new Percentiles(
                millis(micros.getValueAtPercentile(50)),
                millis(micros.getValueAtPercentile(95)),
                millis(micros.getValueAtPercentile(99)),
                millis(micros.getMaxValue()));
    }

    private static double millis(long micros) {
        return Math.round(micros / 10.0) / 100.0;
    }
}
