package com.cactuswealth.platform.events;

import com.cactuswealth.platform.events.Streams.Appended;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox to this service's Redis stream, in order. A commit wakes it at once; a slow sweep finds what a
 * dead process left behind and checks that Redis still has what it acknowledged. One instance publishes at a time,
 * because each batch locks the row of {@code outbox_stream}.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final AgroalDataSource database;
    private final Streams streams;
    private final ObjectMapper mapper;
    private final EventsConfig config;
    private final Clock clock;
    private final String source;

    private final Semaphore commits = new Semaphore(0);
    private final Loop loop;
    private Instant nextMemoryCheck = Instant.EPOCH;

    OutboxRelay(
            AgroalDataSource database,
            Streams streams,
            ObjectMapper mapper,
            EventsConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.database = database;
        this.streams = streams;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
        this.source = source;
        this.loop = new Loop("outbox-relay", clock, this::step);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    /** There is something new to publish. */
    void wake() {
        commits.release();
    }

    Instant lastProgress() {
        return loop.lastProgress();
    }

    /** When the oldest event was appended that Redis has not acknowledged. */
    Optional<Instant> oldestUnpublished() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select time from outbox where entry_ms is null order by sequence limit 1");
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(instant(rows.getObject(1, OffsetDateTime.class))) : Optional.empty();
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }

    private void step() {
        try {
            commits.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        commits.drainPermits();
        waitForMemory();
        while (QuarkusTransaction.requiringNew().call(this::publishBatch)) {
            // there may be more
        }
    }

    private void waitForMemory() {
        if (clock.instant().isBefore(nextMemoryCheck)) {
            return;
        }
        var used = streams.memoryPercent();
        if (used >= config.maxMemoryPercent()) {
            throw new IllegalStateException("Redis is " + used + " % full; the outbox waits");
        }
        nextMemoryCheck = clock.instant().plusSeconds(1);
    }

    /** Publishes one batch; true when another may follow. */
    private boolean publishBatch() throws SQLException {
        try (var connection = database.getConnection()) {
            var lastEntry = lockStream(connection);
            var events = unpublished(connection);
            return switch (streams.append(source, lastEntry, events)) {
                case Appended.Lost(var has) -> {
                    LOG.warnf("Redis lost what followed entry %s (expected %s); publishing it again", has, lastEntry);
                    forgetPublished(connection, has);
                    yield true;
                }
                case Appended.Entries(var entries) -> {
                    if (!entries.isEmpty()) {
                        markPublished(connection, events, entries);
                    }
                    yield entries.size() == config.batch();
                }
            };
        }
    }

    private static String lockStream(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select last_entry from outbox_stream for update");
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private List<Event> unpublished(Connection connection) throws SQLException {
        var select = """
                select id, type, time, subject, actor, sequence, data from outbox
                where entry_ms is null order by sequence limit ?""";
        try (var statement = connection.prepareStatement(select)) {
            statement.setInt(1, config.batch());
            var events = new ArrayList<Event>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new Event(
                            row.getObject(1, UUID.class),
                            source,
                            row.getString(2),
                            instant(row.getObject(3, OffsetDateTime.class)),
                            row.getString(4),
                            Optional.ofNullable(row.getObject(5, UUID.class)),
                            row.getLong(6),
                            mapper.readTree(row.getString(7))));
                }
            } catch (IOException malformed) {
                throw new EventStoreException(malformed);
            }
            return events;
        }
    }

    /** Need not survive a crash of PostgreSQL: the events would only be published twice, which consumers notice. */
    private static void markPublished(Connection connection, List<Event> events, List<String> entries)
            throws SQLException {
        var update = """
                update outbox set entry_ms = published.ms
                from unnest(?::bigint[], ?::bigint[]) as published(sequence, ms)
                where outbox.sequence = published.sequence""";
        try (var relaxed = connection.createStatement();
                var mark = connection.prepareStatement(update)) {
            relaxed.execute("set local synchronous_commit = off");
            mark.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", events.stream().map(Event::sequence).toArray()));
            mark.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", entries.stream().map(Streams::millis).toArray()));
            mark.executeUpdate();
        }
        moveTo(connection, entries.getLast());
    }

    private static void forgetPublished(Connection connection, String lastEntry) throws SQLException {
        try (var forget = connection.prepareStatement("update outbox set entry_ms = null where entry_ms >= ?")) {
            forget.setLong(1, Streams.millis(lastEntry));
            forget.executeUpdate();
        }
        moveTo(connection, lastEntry);
    }

    private static void moveTo(Connection connection, String entry) throws SQLException {
        try (var move = connection.prepareStatement("update outbox_stream set last_entry = ?")) {
            move.setString(1, entry);
            move.executeUpdate();
        }
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
