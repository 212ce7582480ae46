package com.cactuswealth.notifications.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes what was read long ago, in slices, so that no statement holds locks for long. */
@ApplicationScoped
class Housekeeping {

    private static final int SLICE = 1_000;

    private final Notifications notifications;
    private final InboxConfig config;
    private final Clock clock;

    Housekeeping(Notifications notifications, InboxConfig config, Clock clock) {
        this.notifications = notifications;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    @RunOnVirtualThread
    void forgetTheRead() {
        var before = clock.instant().minus(config.keepRead());
        while (QuarkusTransaction.requiringNew().call(() -> notifications.removeRead(before, SLICE)) == SLICE) {
            // the next slice
        }
    }
}
