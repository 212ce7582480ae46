package com.cactuswealth.webhooks.delivery;

import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Queue;

/** What the dispatcher holds for one endpoint. Guarded by the dispatcher. */
final class Lane {

    private static final int FAILURES_THAT_NARROW = 3;

    /** All requests of an endpoint run on one event loop, so that its connections are reused without a thread change. */
    final Context context;

    final Queue<Job> queue = new ArrayDeque<>();

    /** Reserved, queued and in flight. */
    int held;

    int inFlight;

    /** Something found no room here and waits in the database. */
    boolean overflowed;

    private final int width;
    private final int depth;
    private int failuresInRow;

    Lane(Context context, int width, int depth) {
        this.context = context;
        this.width = width;
        this.depth = depth;
    }

    /** A partner that keeps failing gets one request at a time, so that dead partners do not use up what all share. */
    int width() {
        return failing() ? 1 : width;
    }

    /** How many more this lane may hold. */
    int room() {
        return Math.max(0, (failing() ? 2 : width + depth) - held);
    }

    void answered(boolean accepted) {
        failuresInRow = accepted ? 0 : failuresInRow + 1;
    }

    private boolean failing() {
        return failuresInRow >= FAILURES_THAT_NARROW;
    }
}
