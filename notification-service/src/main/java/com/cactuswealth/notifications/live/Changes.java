package com.cactuswealth.notifications.live;

import com.cactuswealth.notifications.live.LiveMessage.Changed;
import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventTail;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Hints to those who are looking that a client changed: the owner, the owner's manager and those who see everything; of a
 * transfer also the former owner and that one's manager. A hint says which client and no more; what is new the browser asks of the API, which decides again who may know.
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
                hint(
                        owners(event),
                        new Changed(event.type(), client, event.actor().orElse(null), event.time()));
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

    /** The owner, and of a transfer the former one too. */
    private static Set<UUID> owners(Event event) {
        return Stream.of("ownerId", "fromOwnerId")
                .filter(owner -> event.data().has(owner))
                .map(owner -> UUID.fromString(event.data().path(owner).asText()))
                .collect(Collectors.toSet());
    }

    /** Which manager an advisor has whom we have not heard of is unknown, so every manager had better look. */
    private void hint(Set<UUID> owners, Changed changed) {
        owners.stream()
                .flatMap(owner -> listeners.whoSee(owner, teams.managerOf(owner).orElse(Teams.NOBODY)))
                .distinct()
                .forEach(listener -> listener.hint(changed));
        if (owners.stream().anyMatch(owner -> teams.managerOf(owner).isEmpty())) {
            listeners.managers().forEach(Listener::hintAtAnything);
        }
    }
}
