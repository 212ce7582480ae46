package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.webhooks.WebhooksConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
    void forgetTheOld() {
        while (QuarkusTransaction.requiringNew().call(this::forgetSome) == AT_ONCE) {
            // the next slice
        }
    }

    /** Locks the deliveries first and in the order of ids, as {@link Deliveries} does. */
    private int forgetSome() throws SQLException {
        var find = """
                select array_agg(event_id) from (
                    select event_id from message
                    where created_at < ? and not exists (
                        select 1 from delivery where delivery.event_id = message.event_id and state = 'PENDING')
                    limit %d) as old""".formatted(AT_ONCE);
        var lock = "select id from delivery where event_id = any(?) order by id for update";
        var delete = """
                delete from message where event_id = any(?) and not exists (
                    select 1 from delivery where delivery.event_id = message.event_id and state = 'PENDING')""";
        try (var connection = database.getConnection();
                var finding = connection.prepareStatement(find);
                var locking = connection.prepareStatement(lock);
                var deleting = connection.prepareStatement(delete)) {
            finding.setObject(1, Rows.time(clock.instant().minus(config.keep())));
            Array old;
            try (var row = finding.executeQuery()) {
                row.next();
                old = row.getArray(1);
            }
            if (old == null) {
                return 0;
            }
            locking.setArray(1, old);
            locking.executeQuery().close();
            deleting.setArray(1, old);
            return deleting.executeUpdate();
        }
    }

    /** What was inserted for an endpoint just when it was closed, by an instance that died before it could see that. */
    @Scheduled(every = "15m", delayed = "3m")
    @RunOnVirtualThread
    void cancelWhatNobodyWaitsFor() throws SQLException {
        var cancel = """
                with waiting as (
                    select id from delivery
                    where state = 'PENDING' and not exists (
                        select 1 from endpoint
                        where endpoint.id = delivery.endpoint_id and endpoint.state <> 'DISABLED')
                    order by id for no key update skip locked)
                update delivery set state = 'CANCELLED', due_at = null, finished_at = ?
                from waiting where delivery.id = waiting.id""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(cancel)) {
            statement.setObject(1, Rows.time(clock.instant()));
            statement.executeUpdate();
        }
    }
}
