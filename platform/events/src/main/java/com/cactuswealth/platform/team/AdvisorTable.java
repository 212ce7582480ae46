package com.cactuswealth.platform.team;

import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventHandler;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a service's own copy of who works in the firm, the table {@code advisor (id, name, role, manager_id, active,
 * sequence)}, from the {@code user.*} events, so that scoping rows by team is a join and not a remote call. For services
 * that have such a table and say so with {@code cactus.advisor-table=true}.
 */
@ApplicationScoped
@IfBuildProperty(name = "cactus.advisor-table", stringValue = "true")
class AdvisorTable implements EventHandler {

    /** A failed event comes again after later ones; the sequence keeps it from undoing them. */
    private static final String UPSERT = """
            insert into advisor as known (id, name, role, manager_id, active, sequence) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, role = excluded.role,
                manager_id = excluded.manager_id, active = excluded.active, sequence = excluded.sequence
            where known.sequence < excluded.sequence""";

    private final AgroalDataSource database;

    AdvisorTable(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public boolean handles(String type) {
        return type.startsWith("user.");
    }

    @Override
    public void handle(Event event) {
        var user = event.data();
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, UUID.fromString(event.subject()));
            upsert.setString(2, user.path("name").asText());
            upsert.setString(3, user.path("role").asText());
            upsert.setObject(
                    4,
                    Optional.ofNullable(user.path("managerId").textValue())
                            .map(UUID::fromString)
                            .orElse(null));
            upsert.setBoolean(5, user.path("active").asBoolean());
            upsert.setLong(6, event.sequence());
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("Advisor " + event.subject() + " not updated", failed);
        }
    }
}
