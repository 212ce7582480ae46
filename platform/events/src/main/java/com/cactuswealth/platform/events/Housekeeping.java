package com.cactuswealth.platform.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps outbox, deduplication and stream from growing for ever. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int ROWS_AT_ONCE = 5_000;

    private final AgroalDataSource database;
    private final Streams streams;
    private final EventsConfig config;
    private final Clock clock;
    private final String service;

    Housekeeping(
            AgroalDataSource database,
            Streams streams,
            EventsConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.streams = streams;
        this.config = config;
        this.clock = clock;
        this.service = service;
    }

    @Scheduled(every = "15m", delayed = "1m")
    @RunOnVirtualThread
    void forgetTheOld() throws SQLException {
        delete("outbox where entry_ms is not null and time", "sequence", config.keepPublished());
        delete("processed_event where processed_at", "event_id", config.keepProcessed());
        delete("event_failure where failed_at", "entry", config.keepProcessed());
    }

    @Scheduled(every = "30s", delayed = "30s")
    @RunOnVirtualThread
    void trimStream() {
        try {
            streams.trim(service, config.streamEntries());
        } catch (RuntimeException unreachable) {
            LOG.debugf("Stream not trimmed this time: %s", unreachable);
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
