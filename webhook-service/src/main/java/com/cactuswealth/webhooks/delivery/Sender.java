package com.cactuswealth.webhooks.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cactuswealth.platform.signature.Signature;
import com.cactuswealth.webhooks.WebhooksConfig;
import com.cactuswealth.webhooks.egress.Answer;
import com.cactuswealth.webhooks.egress.Courier;
import com.cactuswealth.webhooks.endpoint.EndpointState;
import com.cactuswealth.webhooks.endpoint.Subscription;
import com.cactuswealth.webhooks.endpoint.Subscriptions;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Makes one attempt, signed at its own time, to the endpoint as it is now. */
@ApplicationScoped
class Sender {

    private final Subscriptions subscriptions;
    private final Courier courier;
    private final RetrySchedule schedule;
    private final WebhooksConfig config;
    private final Clock clock;

    Sender(Subscriptions subscriptions, Courier courier, RetrySchedule schedule, WebhooksConfig config, Clock clock) {
        this.subscriptions = subscriptions;
        this.courier = courier;
        this.schedule = schedule;
        this.config = config;
        this.clock = clock;
    }

    /** On an event loop. Never fails. */
    Future<Outcome> send(Job job) {
        var endpoint = subscriptions.get(job.endpointId()).orElse(null);
        if (endpoint == null || endpoint.state() == EndpointState.DISABLED) {
            return Future.succeededFuture(new Outcome.Cancelled(job));
        }
        var now = clock.instant();
        if (endpoint.state() == EndpointState.PAUSED
                || now.plus(config.requestTimeout()).isAfter(job.leaseUntil())) {
            return Future.succeededFuture(new Outcome.LeftAlone(job));
        }
        var queueMicros = (System.nanoTime() - job.takenNanos()) / 1000;
        var body = job.message().body().getBytes(UTF_8);
        return courier.post(
                        endpoint.target(),
                        headers(endpoint, job.message().id().toString(), now, body),
                        Buffer.buffer(body))
                .map(answer -> attempted(job, now, queueMicros, answer));
    }

    private static MultiMap headers(Subscription endpoint, String id, Instant now, byte[] body) {
        var timestamp = now.getEpochSecond();
        return MultiMap.caseInsensitiveMultiMap()
                .add("content-type", "application/json")
                .add("user-agent", "Cactus-Webhooks/1.0")
                .add("webhook-id", id)
                .add("webhook-timestamp", Long.toString(timestamp))
                .add("webhook-signature", Signature.of(endpoint.secrets(now), id, timestamp, body));
    }

    private Outcome attempted(Job job, Instant startedAt, long queueMicros, Answer answer) {
        var next = answer.accepted()
                ? Optional.<Instant>empty()
                : schedule.next(job.attempts() + 1, retryAfter(answer), clock.instant());
        return new Outcome.Attempted(job, startedAt, queueMicros, answer, next);
    }

    private static String retryAfter(Answer answer) {
        return switch (answer) {
            case Answer.Response response -> response.retryAfter();
            case Answer.Failure failure -> "";
        };
    }
}
