package com.cactuswealth.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long requests took lately, over all routes: one figure for the alarm of a whole machine. The percentiles of
 * Quarkus' own metric are by route, method and status, and cannot be put together again.
 */
@Singleton
class Latency {

    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final int FORGOTTEN_IN_STEPS = 5;
    private static final int BECAME_A_SOCKET = 101;

    private final Timer timer;

    Latency(MeterRegistry metrics) {
        timer = Timer.builder("cactus.gateway.latency")
                .description("Requests of the last five minutes, without health checks and WebSockets")
                .publishPercentiles(0.95)
                .distributionStatisticExpiry(LATELY)
                .distributionStatisticBufferLength(FORGOTTEN_IN_STEPS)
                .register(metrics);
    }

    void record(String path, int status, Duration duration) {
        if (status != BECAME_A_SOCKET && !path.equals("/health") && !path.startsWith("/q/")) {
            timer.record(duration);
        }
    }
}
