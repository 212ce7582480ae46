package com.cactuswealth.portfolios.client;

import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps the {@code client} table as client-service's events tell. An event that comes after a later one changes nothing,
 * so an archived client comes back only when it is restored.
 */
@ApplicationScoped
class ClientProjection implements EventHandler {

    private static final Set<String> TYPES = Set.of(
            "client.created",
            "client.imported",
            "client.updated",
            "client.transferred",
            "client.archived",
            "client.restored");

    private static final String UPSERT = """
            insert into client as known (id, name, owner_id, archived, sequence)
            values (:id, :name, :owner, :archived, :sequence)
            on conflict (id) do update set name = excluded.name, owner_id = excluded.owner_id,
                archived = excluded.archived, sequence = excluded.sequence
            where known.sequence < excluded.sequence""";

    private final Session entities;

    ClientProjection(Session entities) {
        this.entities = entities;
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public void handle(Event event) {
        var client = event.data();
        var name = client.path("firstName").asText() + " "
                + client.path("lastName").asText();
        entities.createNativeMutationQuery(UPSERT)
                .setParameter("id", UUID.fromString(event.subject()))
                .setParameter("name", name.strip())
                .setParameter("owner", UUID.fromString(client.path("ownerId").asText()))
                .setParameter("archived", event.type().equals("client.archived"))
                .setParameter("sequence", event.sequence())
                .executeUpdate();
    }
}
