package com.cactuswealth.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Repeats one step on a virtual thread for as long as the service lives. When the step fails it waits, longer each time
 * and with jitter so that instances do not fail in step; it logs the first failure and the recovery, not what is between.
 */
public final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final Runnable step;
    private final Clock clock;

    private volatile Instant lastProgress;
    private volatile boolean running;
    private Thread thread;
    private int failures;

    public Loop(String name, Clock clock, Runnable step) {
        this.name = name;
        this.clock = clock;
        this.step = step;
    }

    public void start() {
        lastProgress = clock.instant();
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Lets the current step end, for a bounded time. */
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(LONGEST_PAUSE);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** When a step last ended well; null before the start. */
    public Instant lastProgress() {
        return lastProgress;
    }

    private void run() {
        while (running) {
            try {
                step.run();
                lastProgress = clock.instant();
                recovered();
            } catch (RuntimeException failure) {
                failed(failure);
            }
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.infof("%s recovered after %d failures", name, failures);
            failures = 0;
        }
    }

    private void failed(RuntimeException failure) {
        if (!running) {
            return;
        }
        if (failures++ == 0) {
            LOG.warnf("%s failed, trying again: %s", name, failure);
        }
        LOG.debugf(failure, "%s failed", name);
        var pause = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10));
        try {
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
