package com.cactuswealth.platform.events;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.problem.Problem;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.XGroupCreateArgs;
import io.quarkus.redis.datasource.stream.XReadGroupArgs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the streams that this service consumes and hands each event to the handlers, at least once and effectively once:
 * handler and deduplication share a transaction, and only then is the entry acknowledged.
 *
 * <p>The group is this service; its instances share the work. A restarted instance first finishes its own entries; those
 * of an instance that never returns are claimed. A group that Redis lost is made again from the stream's beginning.
 */
@ApplicationScoped
class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration WAIT = Duration.ofSeconds(2);
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
            process(read(keys, ">", true));
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

    private void claimAbandoned(String key) {
        var claimed =
                streams.commands().xautoclaim(key, group, config.instance(), config.claimAfter(), "0", config.batch());
        process(claimed.getMessages());
    }

    /** Everything read before and not acknowledged: after a restart, a failed batch or a failed event. */
    private void retryOwn(String key) {
        var after = "0";
        while (true) {
            var messages = read(List.of(key), after, false);
            if (messages.isEmpty()) {
                return;
            }
            process(messages);
            after = messages.getLast().id();
        }
    }

    private List<StreamMessage<String, String, String>> read(List<String> from, String after, boolean wait) {
        var args = new XReadGroupArgs().count(config.batch());
        var messages = streams.commands()
                .xreadgroup(
                        group,
                        config.instance(),
                        from.stream().collect(Collectors.toMap(key -> key, key -> after)),
                        wait ? args.block(retryAt.equals(Instant.MAX) ? WAIT : Duration.ofMillis(200)) : args);
        return messages == null ? List.of() : messages;
    }

    private void process(List<StreamMessage<String, String, String>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            handle(messages.stream()
                    .map(EventConsumer::json)
                    .map(streams::event)
                    .toList());
            acknowledge(messages);
        } catch (RuntimeException oneOfThemFailed) {
            messages.forEach(this::processAlone);
        }
    }

    private void processAlone(StreamMessage<String, String, String> message) {
        try {
            handle(List.of(streams.event(json(message))));
        } catch (RuntimeException failure) {
            failed(message, failure);
            return;
        }
        acknowledge(List.of(message));
    }

    /** Handles a dead letter once more. */
    void handleAgain(DeadLetter letter) {
        try {
            handle(List.of(streams.event(letter.event())));
        } catch (RuntimeException failure) {
            throw Problem.conflict(Message.of("deadLetter.failedAgain").with("reason", failure.getMessage()));
        }
    }

    private void handle(List<Event> events) {
        QuarkusTransaction.requiringNew()
                .timeout((int) config.handlerTimeout().toSeconds())
                .run(() -> {
                    var fresh = processed.markAll(events);
                    events.stream().filter(event -> fresh.remove(event.id())).forEach(this::dispatch);
                });
    }

    private void dispatch(Event event) {
        for (var handler : handlers) {
            if (handler.handles(event.type())) {
                handler.handle(event);
            }
        }
    }

    /** Counting needs the database, so an outage of the database itself makes no dead letters. */
    private void failed(StreamMessage<String, String, String> message, RuntimeException failure) {
        var tries = processed.countFailure(message.key() + " " + message.id(), failure.toString());
        if (tries >= config.maxTries()) {
            LOG.errorf(failure, "Event %s failed %d times and is now a dead letter", message.id(), tries);
            deadLetters.add(message, failure.toString());
            acknowledge(List.of(message));
            return;
        }
        LOG.warnf("Event %s failed, try %d of %d: %s", message.id(), tries, config.maxTries(), failure);
        var pause = Math.min(LONGEST_RETRY_PAUSE.toMillis(), 250L << tries);
        var next = clock.instant().plusMillis(pause);
        retryAt = next.isBefore(retryAt) ? next : retryAt;
    }

    private static String json(StreamMessage<String, String, String> message) {
        return message.payload().getOrDefault(Streams.FIELD, "");
    }

    private void acknowledge(List<StreamMessage<String, String, String>> messages) {
        messages.stream()
                .collect(Collectors.groupingBy(StreamMessage::key))
                .forEach((key, ofKey) -> streams.commands()
                        .xack(key, group, ofKey.stream().map(StreamMessage::id).toArray(String[]::new)));
    }
}
