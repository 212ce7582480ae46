package com.cactuswealth.platform.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What this service has handled already, and how often it failed to. */
@ApplicationScoped
class ProcessedEvents {

    private final AgroalDataSource database;

    ProcessedEvents(AgroalDataSource database) {
        this.database = database;
    }

    /** Notes the events as handled in the current transaction and tells which of them were new. */
    Set<UUID> markAll(List<Event> events) {
        var insert = """
                insert into processed_event (event_id) select distinct unnest(?::uuid[])
                on conflict do nothing returning event_id""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(insert)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", events.stream().map(Event::id).toArray()));
            var fresh = new HashSet<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    fresh.add(row.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
    }

    /** Counts one more failure of a stream entry and tells how many there have been. */
    int countFailure(String entry, String error) {
        var upsert = """
                insert into event_failure as known (entry, tries, error) values (?, 1, ?)
                on conflict (entry) do update set tries = known.tries + 1, error = excluded.error, failed_at = now()
                returning tries""";
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(upsert)) {
                statement.setString(1, entry);
                statement.setString(2, error);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }
}
