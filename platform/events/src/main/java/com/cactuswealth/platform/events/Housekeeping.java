package com.cactuswealth.platform.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps outbox, deduplication and stream from growing for ever. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int TRIM_EARLIER_PERCENT = 10;

    private final AgroalDataSource database;
    private final Streams streams;
    private final GroupPositions positions;
    private final EventsConfig config;
    private final Clock clock;
    private final String service;

    Housekeeping(
            AgroalDataSource database,
            Streams streams,
            GroupPositions positions,
            EventsConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.streams = streams;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
        this.service = service;
    }

    @Scheduled(every = "15m", delayed = "1m")
    @RunOnVirtualThread
    void forgetTheOld() throws SQLException {
        delete("outbox where entry_ms is not null and time", "sequence", config.keepPublished());
        delete("processed_event where processed_at", "event_id", config.keepProcessed());
        delete("event_failure where failed_at", "event_id", config.keepProcessed());
        // What a group has not read in all that time is no longer in the outbox either
        delete("outbox_group where seen_at", "name", config.keepPublished());
        deleteSurplusLetters();
    }

    private void deleteSurplusLetters() throws SQLException {
        var sql = """
                delete from dead_letter where event_id in (
                    select event_id from dead_letter order by since desc, event_id desc offset ?)""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, config.keepDeadLetters());
            var deleted = statement.executeUpdate();
            if (deleted > 0) {
                LOG.warnf("%d dead letters forgotten, the oldest of more than %d", deleted, config.keepDeadLetters());
            }
        }
    }

    /** An instance's name may be its host's, which never comes back. */
    @Scheduled(every = "15m", delayed = "2m")
    @RunOnVirtualThread
    void forgetConsumers() {
        for (var source : config.consume().orElse(List.of())) {
            try {
                var forgotten = streams.forgetConsumers(source, service, config.forgetConsumersAfter());
                if (!forgotten.isEmpty()) {
                    LOG.infof("Instances that are gone no longer consume %s: %s", source, forgotten);
                }
            } catch (RuntimeException unreachable) {
                LOG.debugf("Consumers of %s not looked at this time: %s", source, unreachable);
            }
        }
    }

    /** A nearly full Redis needs the room of what is consumed, however short the stream is. */
    @Scheduled(every = "30s", delayed = "30s")
    @RunOnVirtualThread
    void trimStream() {
        try {
            var nearlyFull = streams.memoryPercent() >= config.maxMemoryPercent() - TRIM_EARLIER_PERCENT;
            if (streams.length(service) > (nearlyFull ? 1 : config.streamEntries())) {
                QuarkusTransaction.requiringNew().run(this::trim);
            }
        } catch (RuntimeException unreachable) {
            LOG.debugf("Stream not trimmed this time: %s", unreachable);
        }
    }

    private void trim() {
        try (var connection = database.getConnection()) {
            positions.trim(connection, StreamState.lock(connection));
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }

    /** In slices, so that no statement holds locks for long. */
    private void delete(String whatAndAge, String key, Duration keep) throws SQLException {
        var table = whatAndAge.substring(0, whatAndAge.indexOf(' '));
        var sql = "delete from %s where %s in (select %s from %s < ? limit %d)"
                .formatted(table, key, key, whatAndAge, ROWS_AT_ONCE);
        var before = OffsetDateTime.ofInstant(clock.instant().minus(keep), ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before);
            while (statement.executeUpdate() == ROWS_AT_ONCE) {
                // the next slice
            }
        }
    }
}
