package com.cactuswealth.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How webhooks are sent. The defaults suit one machine and partners on the internet. */
@ConfigMapping(prefix = "cactus.webhooks")
public interface WebhooksConfig {

    /** Allows http and private addresses, for partners that run on the developer's machine. */
    @WithDefault("false")
    boolean development();

    /** Longest time that one attempt may take, from name resolution to the last byte of the answer. */
    @WithDefault("15S")
    Duration requestTimeout();

    /** How much longer than an attempt a delivery stays with the instance that took it; also its longest wait in memory. */
    @WithDefault("15S")
    Duration leaseMargin();

    /** Waits before each attempt; as many attempts as waits. Each wait varies by a fifth. */
    @WithDefault("0S,5S,5M,30M,2H,5H,10H,14H,20H,24H")
    List<Duration> retrySchedule();

    /** Longest wait that a partner's {@code Retry-After} may ask for. */
    @WithDefault("PT24H")
    Duration longestRetryAfter();

    /** An endpoint that lets requests wait for so long is slow, and may use only half of what all endpoints share. */
    @WithDefault("1S")
    Duration slowAnswer();

    /** Requests to one endpoint at a time, once it has answered well; it begins with two. */
    @WithDefault("16")
    int inFlightPerEndpoint();

    /** Requests at a time, together with results that are not written yet. */
    @WithDefault("2048")
    int inFlight();

    /** Deliveries to one endpoint that wait in memory; more wait in the database. */
    @WithDefault("256")
    int queuedPerEndpoint();

    /** Deliveries that wait in memory. */
    @WithDefault("20000")
    int queued();

    /** How often to look for due retries, abandoned deliveries and endpoints that another instance changed. */
    @WithDefault("1S")
    Duration sweep();

    /** How long a replaced secret signs beside the new one. */
    @WithDefault("PT24H")
    Duration secretOverlap();

    /** An endpoint that only fails for so long is disabled. */
    @WithDefault("P5D")
    Duration disableAfter();

    /** How long deliveries and their payloads are kept. */
    @WithDefault("P30D")
    Duration keep();

    /** A sweep or writer without progress for so long is wedged, and the service no longer ready. */
    @WithDefault("30S")
    Duration maxSilence();
}
