package com.cactuswealth.platform.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * How far each consumer group has got in this service's stream. It is noted in PostgreSQL every few seconds, so that a
 * replay after a loss of Redis begins where the slowest group was, and so that nothing is trimmed that a group needs which
 * Redis forgot.
 */
@ApplicationScoped
class GroupPositions {

    private static final Logger LOG = Logger.getLogger(GroupPositions.class);

    private final AgroalDataSource database;
    private final Streams streams;
    private final String source;

    GroupPositions(
            AgroalDataSource database,
            Streams streams,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.database = database;
        this.streams = streams;
        this.source = source;
    }

    @Scheduled(every = "10s", delayed = "10s")
    @RunOnVirtualThread
    void note() {
        try {
            var positions = streams.positions(source);
            if (!positions.isEmpty()) {
                QuarkusTransaction.requiringNew().run(() -> note(positions));
            }
        } catch (RuntimeException unreachable) {
            LOG.debugf("Positions of consumer groups not noted this time: %s", unreachable);
        }
    }

    /** The positions were read before the stream is seen to be intact here, so no group has skipped what was lost. */
    private void note(Map<String, String> positions) {
        try (var connection = database.getConnection()) {
            var stream = StreamState.lock(connection);
            if (!streams.isIntact(source, stream)) {
                return;
            }
            var noted = noted(connection);
            var oldest = noted.values().stream().min(Streams::compare).orElse(Streams.NONE);
            positions.replaceAll((group, position) -> {
                var before = noted.getOrDefault(group, hasReadTheReplay(position, stream) ? position : oldest);
                return hasReadTheReplay(position, stream) ? Streams.later(position, before) : before;
            });
            save(connection, positions);
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }

    /** Until then its position in the stream says nothing of the rows that come again, whose first entries were earlier. */
    private static boolean hasReadTheReplay(String position, StreamState stream) {
        return stream.replay().isEmpty() && Streams.compare(position, stream.replayEnd()) >= 0;
    }

    /** From when on, in milliseconds, a group may still need what was published. */
    long oldestMillis(Connection connection) throws SQLException {
        return noted(connection).values().stream()
                .mapToLong(Streams::millis)
                .min()
                .orElse(0);
    }

    /** Removes what every group has finished, those too that Redis does not know at the moment; returns the new state. */
    StreamState trim(Connection connection, StreamState stream) throws SQLException {
        var needed = noted(connection);
        needed.putAll(streams.positions(source));
        if (needed.isEmpty()) {
            return stream;
        }
        var oldest = needed.values().stream().min(Streams::compare).get();
        var length = streams.trim(source, stream, oldest);
        if (length.isEmpty()) {
            return stream;
        }
        var trimmed = stream.withEntries(length.getAsLong());
        trimmed.save(connection);
        return trimmed;
    }

    private static Map<String, String> noted(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select name, entry from outbox_group");
                var row = statement.executeQuery()) {
            var noted = new HashMap<String, String>();
            while (row.next()) {
                noted.put(row.getString(1), row.getString(2));
            }
            return noted;
        }
    }

    private static void save(Connection connection, Map<String, String> positions) throws SQLException {
        var upsert = """
                insert into outbox_group as known (name, entry) select * from unnest(?::text[], ?::text[])
                on conflict (name) do update set entry = excluded.entry, seen_at = now()
                where known.entry <> excluded.entry or known.seen_at < now() - interval '1 hour'""";
        try (var statement = connection.prepareStatement(upsert)) {
            statement.setArray(
                    1, connection.createArrayOf("text", positions.keySet().toArray()));
            statement.setArray(
                    2, connection.createArrayOf("text", positions.values().toArray()));
            statement.executeUpdate();
        }
    }
}
