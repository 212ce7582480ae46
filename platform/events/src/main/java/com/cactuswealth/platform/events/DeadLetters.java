package com.cactuswealth.platform.events;

import com.cactuswealth.platform.events.Streams.Entry;
import com.cactuswealth.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The tries of each event that failed, and the events that this service gave up on. Both belong to the event, whichever
 * instance fails and however often the stream brings it.
 */
@ApplicationScoped
class DeadLetters {

    private static final int LONGEST_ERROR = 2000;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;
    private final EventsConfig config;

    DeadLetters(AgroalDataSource database, ObjectMapper mapper, EventsConfig config) {
        this.database = database;
        this.mapper = mapper;
        this.config = config;
    }

    /**
     * Counts one more failure of an event and tells how many there have been. With the last try that it has, the event is
     * a dead letter and counts as handled, so that a redelivery changes nothing.
     */
    int countFailure(Entry entry, String failure) {
        var id = Event.idOf(mapper, entry.event());
        var error =
                failure.substring(0, Math.min(failure.length(), LONGEST_ERROR)).replace('\0', ' ');
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                var tries = countTry(connection, id, error);
                if (tries >= config.maxTries()) {
                    giveUp(connection, id, entry, error);
                }
                return tries;
            }
        });
    }

    private static int countTry(Connection connection, UUID id, String error) throws SQLException {
        var upsert = """
                insert into event_failure as known (event_id, tries, error) values (?, 1, ?)
                on conflict (event_id) do update set tries = known.tries + 1, error = excluded.error, failed_at = now()
                returning tries""";
        try (var statement = connection.prepareStatement(upsert)) {
            statement.setObject(1, id);
            statement.setString(2, error);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void giveUp(Connection connection, UUID id, Entry entry, String error) throws SQLException {
        var insert = """
                with known as (delete from event_failure where event_id = ?),
                    handled as (insert into processed_event (event_id) values (?) on conflict do nothing)
                insert into dead_letter (event_id, stream, event, error) values (?, ?, ?::json, ?)
                on conflict (event_id) do update set error = excluded.error, since = now()""";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setObject(1, id);
            statement.setObject(2, id);
            statement.setObject(3, id);
            statement.setString(4, entry.key());
            statement.setString(5, json(entry.event()));
            statement.setString(6, error);
            statement.executeUpdate();
        }
    }

    /** What is not JSON is shown as a text. */
    private String json(String event) {
        try {
            mapper.readTree(event);
            return event.isBlank() ? "null" : event;
        } catch (JsonProcessingException malformed) {
            return mapper.valueToTree(event.replace('\0', ' ')).toString();
        }
    }

    /** In the order of their events, after the given one, at most {@code limit}. */
    List<DeadLetter> list(UUID after, int limit) {
        var select = """
                select event_id, stream, error, since, event from dead_letter where event_id > ?
                order by event_id limit ?""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(select)) {
            statement.setObject(1, after);
            statement.setInt(2, limit);
            var letters = new ArrayList<DeadLetter>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(new DeadLetter(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getString(5)));
                }
            }
            return letters;
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }

    long count() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from dead_letter");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }

    /** Removes a letter in the current transaction, or in one of its own, and returns its event. */
    String take(UUID id) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("delete from dead_letter where event_id = ? returning event")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("deadLetter");
                }
                return row.getString(1);
            }
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }
}
