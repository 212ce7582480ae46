package com.cactuswealth.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What this service has handled already. */
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
}
