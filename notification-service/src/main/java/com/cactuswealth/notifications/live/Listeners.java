package com.cactuswealth.notifications.live;

import com.cactuswealth.notifications.inbox.SentNotification;
import com.cactuswealth.platform.access.Scope;
import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventTail;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The sockets open at this instance. Every instance follows the notifications that any of them made and pushes to its own
 * sockets, so it does not matter which one a browser is connected to.
 */
@ApplicationScoped
class Listeners {

    private static final Logger LOG = Logger.getLogger(Listeners.class);

    private final ConcurrentHashMap<UUID, Set<Listener>> byUser = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Scope, Set<Listener>> byScope = new ConcurrentHashMap<>();
    private final EventTail tail;
    private final ObjectMapper mapper;
    private final LiveConfig config;
    private final Clock clock;
    private final Counter pushed;
    private final String service;

    Listeners(
            EventTail tail,
            ObjectMapper mapper,
            LiveConfig config,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.tail = tail;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
        this.service = service;
        this.pushed = metrics.counter("cactus.live.pushed");
        metrics.gauge("cactus.live.connections", byUser, open -> all().count());
    }

    void start(@Observes StartupEvent started) {
        tail.follow(service, this::happened);
    }

    private void happened(Event event) {
        if (!event.type().equals("notification.sent")) {
            return;
        }
        try {
            push(mapper.treeToValue(event.data(), SentNotification.class));
        } catch (JsonProcessingException | RuntimeException notOurs) {
            LOG.warnf("Notification event %s not pushed: %s", event.id(), notOurs);
        }
    }

    private void push(SentNotification notification) {
        of(notification.userId()).forEach(listener -> {
            listener.push(notification);
            pushed.increment();
        });
    }

    /** False when the user has as many sockets here as allowed. */
    boolean add(Listener listener) {
        var mine = byUser.compute(listener.user(), (user, open) -> {
            if (open != null && open.size() >= config.connectionsPerUser()) {
                return open;
            }
            var more = open == null ? new HashSet<Listener>() : new HashSet<>(open);
            more.add(listener);
            return Set.copyOf(more);
        });
        if (!mine.contains(listener)) {
            return false;
        }
        byScope.compute(listener.scope(), (scope, open) -> {
            var more = open == null ? ConcurrentHashMap.<Listener>newKeySet() : open;
            more.add(listener);
            return more;
        });
        return true;
    }

    void remove(Listener listener) {
        byUser.computeIfPresent(listener.user(), (user, open) -> {
            var less = new HashSet<>(open);
            less.remove(listener);
            return less.isEmpty() ? null : Set.copyOf(less);
        });
        byScope.computeIfPresent(listener.scope(), (scope, open) -> {
            open.remove(listener);
            return open.isEmpty() ? null : open;
        });
    }

    @Scheduled(every = "{cactus.live.heartbeat}")
    void beat() {
        var deadline = clock.instant().minus(config.deadAfter());
        all().forEach(listener -> listener.beat(deadline));
    }

    boolean isEmpty() {
        return byUser.isEmpty();
    }

    /** Those who may see the clients of an advisor. */
    Stream<Listener> whoSee(UUID owner, UUID manager) {
        return Stream.of(new Scope.Everything(), new Scope.Team(manager), new Scope.Team(owner), new Scope.Own(owner))
                .flatMap(scope -> byScope.getOrDefault(scope, Set.of()).stream());
    }

    Stream<Listener> managers() {
        return byScope.entrySet().stream()
                .filter(open -> open.getKey() instanceof Scope.Team)
                .flatMap(open -> open.getValue().stream());
    }

    private Set<Listener> of(UUID user) {
        return byUser.getOrDefault(user, Set.of());
    }

    private Stream<Listener> all() {
        return byUser.values().stream().flatMap(Set::stream);
    }
}
