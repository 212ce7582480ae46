package com.cactuswealth.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/**
 * What PostgreSQL knows of this service's stream: the one row of {@code outbox_stream}. Whoever writes to the stream locks
 * it first, so one instance publishes, replays or trims at a time.
 *
 * @param lastEntry the last entry that Redis acknowledged
 * @param entries how many entries the stream has at least
 * @param replay what is being published again; empty in ordinary times
 * @param replayEnd the stream's last entry when the latest replay ended
 */
record StreamState(String lastEntry, long entries, Optional<Replay> replay, String replayEnd) {

    /**
     * Rows of the outbox that are published again, in the order in which they were published first.
     *
     * @param afterMs entry_ms of the last row that was published again
     * @param afterSequence its sequence
     * @param untilMs entry_ms of the last row to publish again
     */
    record Replay(long afterMs, long afterSequence, long untilMs) {}

    static StreamState lock(Connection connection) throws SQLException {
        var select = """
                select last_entry, entries, replayed_ms, replayed_sequence, replay_until_ms, replay_end
                from outbox_stream for update""";
        try (var statement = connection.prepareStatement(select);
                var row = statement.executeQuery()) {
            row.next();
            var after = row.getObject(3, Long.class);
            var replay = after == null ? null : new Replay(after, row.getLong(4), row.getLong(5));
            return new StreamState(row.getString(1), row.getLong(2), Optional.ofNullable(replay), row.getString(6));
        }
    }

    void save(Connection connection) throws SQLException {
        var update = """
                update outbox_stream set last_entry = ?, entries = ?, replayed_ms = ?, replayed_sequence = ?,
                    replay_until_ms = ?, replay_end = ?""";
        try (var statement = connection.prepareStatement(update)) {
            statement.setString(1, lastEntry);
            statement.setLong(2, entries);
            statement.setObject(3, replay.map(Replay::afterMs).orElse(null), Types.BIGINT);
            statement.setObject(4, replay.map(Replay::afterSequence).orElse(null), Types.BIGINT);
            statement.setObject(5, replay.map(Replay::untilMs).orElse(null), Types.BIGINT);
            statement.setString(6, replayEnd);
            statement.executeUpdate();
        }
    }

    StreamState appended(Streams.Appended.Entries appended) {
        var last = appended.ids().isEmpty() ? lastEntry : appended.ids().getLast();
        return new StreamState(last, appended.length(), replay, replayEnd);
    }

    StreamState withEntries(long length) {
        return new StreamState(lastEntry, length, replay, replayEnd);
    }

    /** Redis lost entries: what was published from that time on, until now, comes again. */
    StreamState replayFrom(long fromMs, String streamsLastEntry, long length) {
        var until =
                Math.max(Streams.millis(lastEntry), replay.map(Replay::untilMs).orElse(0L));
        return new StreamState(streamsLastEntry, length, Optional.of(new Replay(fromMs, -1, until)), replayEnd);
    }

    StreamState replayed(long ms, long sequence) {
        return new StreamState(
                lastEntry,
                entries,
                Optional.of(new Replay(ms, sequence, replay.orElseThrow().untilMs())),
                replayEnd);
    }

    StreamState replayEnded() {
        return new StreamState(lastEntry, entries, Optional.empty(), lastEntry);
    }
}
