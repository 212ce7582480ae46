package com.cactuswealth.platform.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How events travel. The defaults suit one machine and many. */
@ConfigMapping(prefix = "cactus.events")
public interface EventsConfig {

    /** The services whose events this one consumes. */
    Optional<List<String>> consume();

    /** Name of this instance among those of its service; stable across restarts, so that it finds its own entries. */
    @WithDefault("${HOSTNAME:local}")
    String instance();

    /** How often the relay looks for events whose process died between commit and publication. */
    @WithDefault("2S")
    Duration sweep();

    /** Events that one publication or one transaction of a consumer takes at most. */
    @WithDefault("200")
    int batch();

    /** Longest time that handling one batch may take. */
    @WithDefault("10S")
    Duration handlerTimeout();

    /** An entry untouched for so long belonged to an instance that died; well above {@link #handlerTimeout()}. */
    @WithDefault("45S")
    Duration claimAfter();

    /** Tries before an event becomes a dead letter. */
    @WithDefault("6")
    int maxTries();

    /** A loop without progress for so long is wedged, and the service no longer ready. */
    @WithDefault("30S")
    Duration maxSilence();

    /** How long published events stay in the outbox, to be published again should Redis lose its data. */
    @WithDefault("P3D")
    Duration keepPublished();

    /** How long handled events are remembered; longer than {@link #keepPublished()}. */
    @WithDefault("P7D")
    Duration keepProcessed();

    /** Dead letters that a service keeps; beyond that the oldest go. */
    @WithDefault("10000")
    int keepDeadLetters();

    /** A consumer of a group that did nothing for so long, and has nothing pending, is removed: its instance is gone. */
    @WithDefault("1H")
    Duration forgetConsumersAfter();

    /** Consumed entries that a stream may hold before it is trimmed, and entries at which a replay waits for consumers. */
    @WithDefault("20000")
    long streamEntries();

    /** Share of Redis' {@code maxmemory}, in percent, above which publishing waits. */
    @WithDefault("90")
    int maxMemoryPercent();
}
