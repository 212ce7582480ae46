package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.WebhooksConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;

/** Keeps the log of deliveries from growing for ever. */
@ApplicationScoped
class Retention {

    private static final int AT_ONCE = 1_000;

    private final AgroalDataSource database;
    private final WebhooksConfig config;
    private final Clock clock;

    Retention(AgroalDataSource database, WebhooksConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** With the messages go their deliveries and attempts. What still waits for a paused endpoint stays. */
    @Scheduled(every = "15m", delayed = "2m")
    @RunOnVirtualThread
    void forgetTheOld() throws SQLException {
        var delete = """
                delete from message where event_id in (
                    select event_id from message
                    where created_at < ? and not exists (
                        select 1 from delivery where delivery.event_id = message.event_id and state = 'PENDING')
                    limit %d)""".formatted(AT_ONCE);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(delete)) {
            statement.setObject(1, Rows.time(clock.instant().minus(config.keep())));
            while (statement.executeUpdate() == AT_ONCE) {
                // the next slice
            }
        }
    }

    /** What was inserted for an endpoint just when it was closed, by an instance that died before it could see that. */
    @Scheduled(every = "15m", delayed = "3m")
    @RunOnVirtualThread
    void cancelWhatNobodyWaitsFor() throws SQLException {
        var cancel = """
                update delivery set state = 'CANCELLED', due_at = null, finished_at = ?
                where state = 'PENDING' and not exists (
                    select 1 from endpoint where endpoint.id = delivery.endpoint_id and endpoint.state <> 'DISABLED')""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(cancel)) {
            statement.setObject(1, Rows.time(clock.instant()));
            statement.executeUpdate();
        }
    }
}
