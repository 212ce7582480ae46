package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.WebhooksConfig;
import com.cactuswealth.webhooks.egress.Answer;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the dispatcher holds for one endpoint, and how many requests at a time its partner deserves. Guarded by the
 * dispatcher.
 */
final class Lane {

    private static final int FIRST_LIMIT = 2;
    private static final int FAILURES_THAT_COUNT = 3;

    /** How a partner has answered lately. */
    enum Health {
        /** Soon, and well. */
        HEALTHY,
        /** It has not answered yet. */
        NEW,
        /** Late, not at all, or only with failures. */
        SLOW
    }

    /** All requests of an endpoint run on one event loop, so that its connections are reused without a thread change. */
    final Context context;

    final Deque<Job> queue = new ArrayDeque<>();

    /** Reserved, queued and in flight. */
    int held;

    int inFlight;

    /** Something found no room here and waits in the database. */
    boolean overflowed;

    private final int width;
    private final int depth;
    private final long slowNanos;

    private int limit;
    private boolean answered;
    private boolean late;
    private int failuresInRow;

    /** The last answer or, when nothing was in flight then, the beginning of the request that followed. */
    private long silentSince;

    Lane(Context context, WebhooksConfig config) {
        this.context = context;
        this.width = config.inFlightPerEndpoint();
        this.depth = config.queuedPerEndpoint();
        this.slowNanos = config.slowAnswer().toNanos();
        this.limit = Math.min(FIRST_LIMIT, width);
    }

    /** How many requests at a time its partner may have. */
    int limit() {
        return limit;
    }

    /** How many more this lane may hold; negative when it holds more than it may by now. */
    int room(long now) {
        return (health(now) == Health.SLOW ? 2 * limit : width + depth) - held;
    }

    Health health(long now) {
        var silent = inFlight > 0 && now - silentSince > slowNanos;
        if (silent || late || failuresInRow >= FAILURES_THAT_COUNT) {
            return Health.SLOW;
        }
        return answered ? Health.HEALTHY : Health.NEW;
    }

    void begun(long now) {
        if (inFlight == 0) {
            silentSince = now;
        }
        inFlight++;
    }

    void ended(long now) {
        inFlight--;
        silentSince = now;
    }

    /** The limit grows by one with each success and shrinks at once with failures, as TCP's congestion window does. */
    void answered(Answer answer) {
        answered = true;
        late = answer.timings().total() * 1000 > slowNanos || answer.timedOut();
        failuresInRow = answer.accepted() ? 0 : failuresInRow + 1;
        if (answer.accepted()) {
            limit = Math.min(width, limit + 1);
        } else {
            limit = late ? 1 : Math.max(1, limit / 2);
        }
    }
}
