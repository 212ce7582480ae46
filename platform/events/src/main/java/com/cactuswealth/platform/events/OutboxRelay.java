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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
 *
 * <p>When Redis lost entries, what the slowest group had not finished is published again, in batches between new events, and
 * only while the stream is short. Nothing in the outbox is rewritten for that: a cursor in {@code outbox_stream} moves.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String COLUMNS = "id, type, time, subject, actor, sequence, data";

    private final AgroalDataSource database;
    private final Streams streams;
    private final GroupPositions positions;
    private final ObjectMapper mapper;
    private final EventsConfig config;
    private final Clock clock;
    private final String source;

    private final Semaphore commits = new Semaphore(0);
    private final Loop loop;
    private Instant nextMemoryCheck = Instant.EPOCH;
    private boolean nearlyFull;
    private boolean replayGoesOn;
    private volatile boolean replaying;
    private volatile boolean waitsForRedis;

    OutboxRelay(
            AgroalDataSource database,
            Streams streams,
            GroupPositions positions,
            ObjectMapper mapper,
            EventsConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.database = database;
        this.streams = streams;
        this.positions = positions;
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

    /** Whether events wait because Redis is nearly full. */
    boolean waitsForRedis() {
        return waitsForRedis;
    }

    /** Whether events are being published again that Redis lost. */
    boolean replays() {
        return replaying;
    }

    /** How old the oldest event is that Redis has not acknowledged. */
    Duration backlog() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select time from outbox where entry_ms is null order by sequence limit 1");
                var rows = statement.executeQuery()) {
            return rows.next()
                    ? Duration.between(instant(rows.getObject(1, OffsetDateTime.class)), clock.instant())
                    : Duration.ZERO;
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }

    private void step() {
        try {
            if (!replayGoesOn) {
                commits.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        commits.drainPermits();
        while (QuarkusTransaction.requiringNew().call(this::publishBatch)) {
            // there may be more
        }
        replayGoesOn = replaying && QuarkusTransaction.requiringNew().call(this::replayBatch);
    }

    /** Publishes one batch of new events; true when another may follow. */
    private boolean publishBatch() throws SQLException {
        try (var connection = database.getConnection()) {
            var stream = StreamState.lock(connection);
            replaying = stream.replay().isPresent();
            var events = unpublished(connection);
            if (!events.isEmpty() && redisIsNearlyFull()) {
                waitForRedis(true);
                return false;
            }
            return switch (streams.append(source, stream, events)) {
                case Appended.Lost lost -> {
                    beginReplay(connection, stream, lost);
                    yield true;
                }
                case Appended.Full full -> {
                    waitForRedis(true);
                    yield false;
                }
                case Appended.Entries appended -> {
                    if (!events.isEmpty()) {
                        markPublished(connection, events, appended.ids());
                        stream.appended(appended).save(connection);
                    }
                    waitForRedis(false);
                    yield events.size() == config.batch();
                }
            };
        }
    }

    private void beginReplay(Connection connection, StreamState stream, Appended.Lost lost) throws SQLException {
        var from = positions.oldestMillis(connection);
        LOG.warnf(
                "Redis lost entries of the stream (%d of at least %d are left, the last is %s and not %s); publishing again what"
                        + " a group may not have had, from %s on",
                lost.length(), stream.entries(), lost.lastEntry(), stream.lastEntry(), Instant.ofEpochMilli(from));
        var last = streams.continueAfter(source, stream);
        stream.replayFrom(from, last, lost.length()).save(connection);
        replaying = true;
    }

    /** Publishes one batch again; true when another may follow at once. New events go first, so it is one batch at a time. */
    private boolean replayBatch() throws SQLException {
        try (var connection = database.getConnection()) {
            var stream = StreamState.lock(connection);
            if (stream.entries() >= config.streamEntries()) {
                stream = positions.trim(connection, stream);
            }
            if (stream.replay().isEmpty() || stream.entries() >= config.streamEntries() || redisIsNearlyFull()) {
                return false;
            }
            var rows = published(connection, stream.replay().get());
            return switch (streams.append(
                    source, stream, rows.stream().map(Published::event).toList())) {
                case Appended.Lost lost -> {
                    beginReplay(connection, stream, lost);
                    yield true;
                }
                case Appended.Full full -> false;
                case Appended.Entries appended -> {
                    advanceReplay(connection, stream.appended(appended), rows);
                    yield rows.size() == config.batch();
                }
            };
        }
    }

    private void advanceReplay(Connection connection, StreamState stream, List<Published> rows) throws SQLException {
        if (rows.size() == config.batch()) {
            var last = rows.getLast();
            stream.replayed(last.entryMs(), last.event().sequence()).save(connection);
        } else {
            LOG.info("Everything that a group may not have had is published again");
            stream.replayEnded().save(connection);
            replaying = false;
        }
    }

    /** Back-pressure is a state and not a failure: the events are safe in the outbox. */
    private void waitForRedis(boolean waits) {
        if (waits && !waitsForRedis) {
            LOG.warn("Redis is nearly full; events wait in the outbox");
        } else if (!waits && waitsForRedis) {
            LOG.info("Redis has room again");
        }
        waitsForRedis = waits;
    }

    /** Whether Redis is fuller than allowed, asked at most once a second. */
    private boolean redisIsNearlyFull() {
        if (!clock.instant().isBefore(nextMemoryCheck)) {
            nearlyFull = streams.memoryPercent() >= config.maxMemoryPercent();
            nextMemoryCheck = clock.instant().plusSeconds(1);
        }
        return nearlyFull;
    }

    private List<Event> unpublished(Connection connection) throws SQLException {
        var select = "select " + COLUMNS + " from outbox where entry_ms is null order by sequence limit ?";
        try (var statement = connection.prepareStatement(select)) {
            statement.setInt(1, config.batch());
            var events = new ArrayList<Event>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        }
    }

    /** A row that Redis acknowledged once. */
    private record Published(Event event, long entryMs) {}

    private List<Published> published(Connection connection, StreamState.Replay replay) throws SQLException {
        var select = "select " + COLUMNS + """
                , entry_ms from outbox
                where entry_ms is not null and (entry_ms, sequence) > (?, ?) and entry_ms <= ?
                order by entry_ms, sequence limit ?""";
        try (var statement = connection.prepareStatement(select)) {
            statement.setLong(1, replay.afterMs());
            statement.setLong(2, replay.afterSequence());
            statement.setLong(3, replay.untilMs());
            statement.setInt(4, config.batch());
            var rows = new ArrayList<Published>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Published(event(row), row.getLong("entry_ms")));
                }
            }
            return rows;
        }
    }

    private Event event(ResultSet row) throws SQLException {
        try {
            return new Event(
                    row.getObject("id", UUID.class),
                    source,
                    row.getString("type"),
                    instant(row.getObject("time", OffsetDateTime.class)),
                    row.getString("subject"),
                    Optional.ofNullable(row.getObject("actor", UUID.class)),
                    row.getLong("sequence"),
                    mapper.readTree(row.getString("data")));
        } catch (IOException malformed) {
            throw new EventStoreException(malformed);
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
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
