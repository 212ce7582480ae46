package com.cactuswealth.portfolios.advisor;

import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps the {@code advisor} table as auth-service's {@code user.*} events tell, so that whose rows a manager may see is a
 * join and not a remote call. An event that comes after a later one changes nothing.
 */
@ApplicationScoped
class AdvisorProjection implements EventHandler {

    private static final String UPSERT = """
            insert into advisor as known (id, name, role, manager_id, active, sequence)
            values (:id, :name, :role, :manager, :active, :sequence)
            on conflict (id) do update set name = excluded.name, role = excluded.role,
                manager_id = excluded.manager_id, active = excluded.active, sequence = excluded.sequence
            where known.sequence < excluded.sequence""";

    private final Session entities;

    AdvisorProjection(Session entities) {
        this.entities = entities;
    }

    @Override
    public boolean handles(String type) {
        return type.startsWith("user.");
    }

    @Override
    public void handle(Event event) {
        var user = event.data();
        if (!user.hasNonNull("role")) {
            return; // of a later version: tells nothing about who reports to whom
        }
        entities.createNativeMutationQuery(UPSERT)
                .setParameter("id", UUID.fromString(event.subject()))
                .setParameter("name", user.path("name").asText())
                .setParameter("role", user.path("role").asText())
                .setParameter("manager", manager(user.path("managerId").textValue()), UUID.class)
                .setParameter("active", user.path("active").asBoolean())
                .setParameter("sequence", event.sequence())
                .executeUpdate();
    }

    private static UUID manager(String id) {
        return Optional.ofNullable(id).map(UUID::fromString).orElse(null);
    }
}
