package com.cactuswealth.platform.events;

import com.cactuswealth.platform.events.Streams.Entry;
import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.datasource.stream.XGroupCreateArgs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the streams that this service consumes and hands each event to the handlers, at least once and effectively once:
 * handler and deduplication share a transaction, and only then is the entry acknowledged. A type that no handler wants costs
 * no transaction.
 *
 * <p>The group is this service; its instances share the work. A restarted instance first finishes its own entries; those
 * of an instance that never returns are claimed. A group that Redis lost is made again from the stream's beginning.
 */
@ApplicationScoped
class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration WAIT_BEFORE_RETRY = Duration.ofMillis(200);
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY_PAUSE = Duration.ofSeconds(30);

    private final Streams streams;
    private final ProcessedEvents processed;
    private final DeadLetters deadLetters;
    private final List<EventHandler> handlers;
    private final EventsConfig config;
    private final Clock clock;
    private final String group;
    private final List<String> keys;
    private final Loop loop;

    private boolean groupsKnown;
    private Instant retryAt = Instant.EPOCH;
    private Instant claimAt = Instant.EPOCH;

    EventConsumer(
            Streams streams,
            ProcessedEvents processed,
            DeadLetters deadLetters,
            @All List<EventHandler> handlers,
            EventsConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.streams = streams;
        this.processed = processed;
        this.deadLetters = deadLetters;
        this.handlers = handlers;
        this.config = config;
        this.clock = clock;
        this.group = group;
        this.keys = sources().stream().map(Streams::key).toList();
        this.loop = new Loop("event-consumer", clock, this::step);
    }

    void start(@Observes StartupEvent started) {
        if (active()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    boolean active() {
        return !keys.isEmpty() && !handlers.isEmpty();
    }

    List<String> sources() {
        return config.consume().orElse(List.of());
    }

    /** How old the oldest event is that this service has not finished. */
    Duration lag() {
        var now = clock.millis();
        return Duration.ofMillis(sources().stream()
                .mapToLong(source -> streams.lagMillis(source, group, now))
                .max()
                .orElse(0));
    }

    Instant lastProgress() {
        return loop.lastProgress();
    }

    private void step() {
        try {
            if (!groupsKnown) {
                createGroups();
                groupsKnown = true;
            }
            var now = clock.instant();
            if (!now.isBefore(claimAt)) {
                claimAt = now.plus(CLAIM_INTERVAL);
                keys.forEach(this::claimAbandoned);
            }
            if (!now.isBefore(retryAt)) {
                retryAt = Instant.MAX;
                keys.forEach(this::retryOwn);
            }
            var wait = retryAt.equals(Instant.MAX) ? WAIT : WAIT_BEFORE_RETRY;
            process(streams.readNew(keys, group, config.instance(), config.batch(), wait));
        } catch (RuntimeException failure) {
            if (groupsKnown && String.valueOf(failure.getMessage()).contains("NOGROUP")) {
                LOG.warn("Redis lost the consumer group; making it again from the stream's beginning");
                groupsKnown = false;
                return;
            }
            retryAt = clock.instant();
            throw failure;
        }
    }

    private void createGroups() {
        for (var key : keys) {
            try {
                streams.commands().xgroupCreate(key, group, "0", new XGroupCreateArgs().mkstream());
            } catch (RuntimeException refused) {
                if (!String.valueOf(refused.getMessage()).contains("BUSYGROUP")) {
                    throw refused;
                }
            }
        }
    }

    /** What an instance that never came back was given is then this instance's own. */
    private void claimAbandoned(String key) {
        if (streams.claim(key, group, config.instance(), config.batch(), config.claimAfter())) {
            retryAt = clock.instant();
        }
    }

    /** Everything read before and not acknowledged: after a restart, a claim, a failed batch or a failed event. */
    private void retryOwn(String key) {
        var after = "0";
        while (true) {
            var entries = streams.readPending(key, group, config.instance(), config.batch(), after);
            if (entries.isEmpty()) {
                return;
            }
            process(entries);
            after = entries.getLast().id();
        }
    }

    private void process(List<Entry> read) {
        var entries = withoutRemoved(read);
        if (entries.size() < 2) {
            entries.forEach(this::processAlone);
            return;
        }
        try {
            handle(entries.stream().map(Entry::event).map(streams::event).toList());
            acknowledge(entries);
        } catch (RuntimeException oneOfThemFailed) {
            entries.forEach(this::processAlone);
        }
    }

    /** An entry that was removed from the stream while it was pending has no event any more; its source publishes it again. */
    private List<Entry> withoutRemoved(List<Entry> read) {
        var removed = read.stream().filter(entry -> entry.event() == null).toList();
        if (removed.isEmpty()) {
            return read;
        }
        LOG.warnf(
                "%d entries, from %s on, were removed from %s before they were handled; their source publishes them again",
                removed.size(), removed.getFirst().id(), removed.getFirst().key());
        acknowledge(removed);
        return read.stream().filter(entry -> entry.event() != null).toList();
    }

    private void processAlone(Entry entry) {
        try {
            handle(List.of(streams.event(entry.event())));
        } catch (RuntimeException failure) {
            failed(entry, failure);
            return;
        }
        acknowledge(List.of(entry));
    }

    /** Handles a dead letter once more and removes it, in one transaction. */
    void replay(UUID letter) {
        try {
            inTransaction(() -> dispatch(streams.event(deadLetters.take(letter))));
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException failure) {
            throw Problem.conflict(Message.of("deadLetter.failedAgain").with("reason", failure.getMessage()));
        }
    }

    private void handle(List<Event> events) {
        var wanted = events.stream().filter(event -> isHandled(event.type())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        inTransaction(() -> {
            var fresh = processed.markAll(wanted);
            wanted.stream().filter(event -> fresh.remove(event.id())).forEach(this::dispatch);
        });
    }

    private boolean isHandled(String type) {
        return handlers.stream().anyMatch(handler -> handler.handles(type));
    }

    private void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew()
                .timeout((int) config.handlerTimeout().toSeconds())
                .run(work);
    }

    private void dispatch(Event event) {
        for (var handler : handlers) {
            if (handler.handles(event.type())) {
                handler.handle(event);
            }
        }
    }

    /** Counting needs the database, so an outage of the database itself makes no dead letters. */
    private void failed(Entry entry, RuntimeException failure) {
        var tries = deadLetters.countFailure(entry, failure.toString());
        if (tries >= config.maxTries()) {
            LOG.errorf(failure, "Event %s failed %d times and is now a dead letter", entry.id(), tries);
            acknowledge(List.of(entry));
            return;
        }
        LOG.warnf("Event %s failed, try %d of %d: %s", entry.id(), tries, config.maxTries(), failure);
        var pause = Math.min(LONGEST_RETRY_PAUSE.toMillis(), 250L << tries);
        var next = clock.instant().plusMillis(pause);
        retryAt = next.isBefore(retryAt) ? next : retryAt;
    }

    private void acknowledge(List<Entry> entries) {
        entries.stream()
                .collect(Collectors.groupingBy(Entry::key))
                .forEach((key, ofKey) -> streams.commands()
                        .xack(key, group, ofKey.stream().map(Entry::id).toArray(String[]::new)));
    }
}
