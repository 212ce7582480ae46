package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.webhooks.endpoint.Subscription;
import com.cactuswealth.webhooks.endpoint.Subscriptions;
import com.cactuswealth.webhooks.eventtype.EventTypes;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends what an administrator asks for, on the same way as everything else. */
@ApplicationScoped
class DeliveryService {

    private final DeliveryLog log;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final FanOut fanOut;
    private final Subscriptions subscriptions;
    private final Ids ids;

    DeliveryService(
            DeliveryLog log,
            Deliveries deliveries,
            Dispatcher dispatcher,
            FanOut fanOut,
            Subscriptions subscriptions,
            Ids ids) {
        this.log = log;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.fanOut = fanOut;
        this.subscriptions = subscriptions;
        this.ids = ids;
    }

    /** One more attempt now, whatever the state; the partner recognises a repetition by its {@code webhook-id}. */
    DeliveryView retry(UUID id) {
        var endpoint = enabled(log.get(id).delivery().endpointId());
        var held = dispatcher.reserve(endpoint.id());
        try {
            var job = deliveries.take(id, held ? dispatcher.leaseFromNow() : dispatcher.now());
            if (held) {
                job.ifPresentOrElse(dispatcher::submit, () -> dispatcher.release(endpoint.id()));
            }
        } catch (RuntimeException failed) {
            if (held) {
                dispatcher.release(endpoint.id());
            }
            throw failed;
        }
        return log.get(id).delivery();
    }

    DeliveryView test(UUID endpointId) {
        var endpoint = enabled(endpointId);
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("endpointId", endpoint.id().toString())
                .put("message", "This is a test.");
        var message = Message.of(ids.next(), EventTypes.TEST, dispatcher.now(), data);
        var id = QuarkusTransaction.requiringNew().call(() -> fanOut.send(message, endpoint.id()));
        return log.get(id).delivery();
    }

    private Subscription enabled(UUID endpointId) {
        var endpoint = subscriptions.get(endpointId).orElseThrow(() -> Problem.notFound("endpoint"));
        return switch (endpoint.state()) {
            case ENABLED -> endpoint;
            case PAUSED -> throw Problem.conflict("endpoint.paused");
            case DISABLED -> throw Problem.conflict("endpoint.disabled");
        };
    }
}
