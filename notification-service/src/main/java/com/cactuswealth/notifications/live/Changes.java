package com.cactuswealth.notifications.live;

import com.cactuswealth.notifications.live.LiveMessage.Changed;
import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventTail;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Hints to those who are looking that a client changed: the owner, the owner's manager and those who see everything. A
 * hint says which client and no more; what is new the browser asks of the API, which decides again who may know.
 */
@ApplicationScoped
class Changes {

    private static final Logger LOG = Logger.getLogger(Changes.class);

    private final EventTail tail;
    private final Listeners listeners;
    private final Teams teams;

    Changes(EventTail tail, Listeners listeners, Teams teams) {
        this.tail = tail;
        this.listeners = listeners;
        this.teams = teams;
    }

    void start(@Observes StartupEvent started) {
        tail.follow("client-service", this::happened);
        tail.follow("portfolio-service", this::happened);
    }

    private void happened(Event event) {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            client(event).ifPresent(client -> {
                var owner = UUID.fromString(event.data().path("ownerId").asText());
                hint(owner, new Changed(event.type(), client, event.actor().orElse(null), event.time()));
            });
        } catch (RuntimeException notOurs) {
            LOG.warnf("Nobody was told of event %s: %s", event.id(), notOurs);
        }
    }

    private static Optional<String> client(Event event) {
        if (event.type().equals("portfolio.created")) {
            return Optional.of(event.data().path("clientId").asText());
        }
        return event.type().startsWith("client.") ? Optional.of(event.subject()) : Optional.empty();
    }

    /** Which manager an advisor has whom we have not heard of is unknown, so every manager had better look. */
    private void hint(UUID owner, Changed changed) {
        var manager = teams.managerOf(owner);
        listeners.whoSee(owner, manager.orElse(Teams.NOBODY)).forEach(listener -> listener.hint(changed));
        if (manager.isEmpty()) {
            listeners.managers().forEach(Listener::hintAtAnything);
        }
    }
}
