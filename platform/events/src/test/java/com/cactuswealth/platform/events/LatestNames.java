package com.cactuswealth.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A read model: keeps the name of each thing as the events tell, in whatever order they come. */
@ApplicationScoped
class LatestNames implements EventHandler {

    private static final String UPSERT = """
            insert into latest_name as known values (?, ?, ?)
            on conflict (id) do update set name = excluded.name, sequence = excluded.sequence
            where known.sequence < excluded.sequence""";

    private final AgroalDataSource database;
    private final Set<Long> threads = ConcurrentHashMap.newKeySet();

    LatestNames(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public boolean handles(String type) {
        return type.equals("thing.renamed");
    }

    @Override
    public void handle(Event event) {
        threads.add(Thread.currentThread().threadId());
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, UUID.fromString(event.subject()));
            upsert.setString(2, event.data().path("name").asText());
            upsert.setLong(3, event.sequence());
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String of(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select name from latest_name where id = ?")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** How many threads handled events: one of each instance. */
    int instances() {
        return threads.size();
    }
}
