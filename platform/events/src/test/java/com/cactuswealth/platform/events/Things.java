package com.cactuswealth.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A use case: changes a row and says so. */
@ApplicationScoped
class Things {

    private final AgroalDataSource database;
    private final Outbox outbox;

    Things(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Transactional
    void create(UUID id, String name) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into thing values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        outbox.append("thing.created", id, null, Map.of("name", name));
    }

    @Transactional
    void createAndFail(UUID id) {
        create(id, "never");
        throw new IllegalStateException("rolled back");
    }
}
