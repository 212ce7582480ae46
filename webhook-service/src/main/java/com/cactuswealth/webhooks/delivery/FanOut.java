package com.cactuswealth.webhooks.delivery;

import com.cactuswealth.platform.events.Event;
import com.cactuswealth.platform.events.EventHandler;
import com.cactuswealth.platform.identity.Ids;
import com.cactuswealth.webhooks.endpoint.EndpointState;
import com.cactuswealth.webhooks.endpoint.Subscriptions;
import com.cactuswealth.webhooks.eventtype.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Turns each event into one delivery for each endpoint that wants it. All events of a transaction are inserted together
 * just before it commits, and sent right after, from memory.
 */
@ApplicationScoped
class FanOut implements EventHandler {

    private final EventTypes types;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final TransactionSynchronizationRegistry transaction;
    private final Ids ids;

    FanOut(
            EventTypes types,
            Subscriptions subscriptions,
            Deliveries deliveries,
            Dispatcher dispatcher,
            TransactionSynchronizationRegistry transaction,
            Ids ids) {
        this.types = types;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.transaction = transaction;
        this.ids = ids;
    }

    @Override
    public boolean handles(String type) {
        return types.find(type).isPresent();
    }

    @Override
    public void handle(Event event) {
        var type = types.find(event.type()).orElseThrow();
        var endpoints = subscriptions.all().stream()
                .filter(endpoint -> endpoint.state() != EndpointState.DISABLED)
                .filter(endpoint -> endpoint.wants(type, event.data()))
                .map(endpoint -> endpoint.id())
                .toList();
        if (!endpoints.isEmpty()) {
            batch().wanted.put(Message.of(event), endpoints);
        }
    }

    /** One delivery, in the current transaction, to an endpoint that need not have asked for the type; returns its id. */
    UUID send(Message message, UUID endpoint) {
        var batch = batch();
        batch.wanted.put(message, List.of(endpoint));
        return batch.insertNow().getFirst();
    }

    private Batch batch() {
        var batch = (Batch) transaction.getResource(Batch.class);
        if (batch == null) {
            batch = new Batch();
            transaction.putResource(Batch.class, batch);
            transaction.registerInterposedSynchronization(batch);
        }
        return batch;
    }

    private final class Batch implements Synchronization {

        private final Map<Message, List<UUID>> wanted = new LinkedHashMap<>();
        private final List<Job> jobs = new ArrayList<>();

        List<UUID> insertNow() {
            var leaseUntil = dispatcher.leaseFromNow();
            var now = dispatcher.now();
            var rows = new ArrayList<Deliveries.New>();
            wanted.forEach((message, endpoints) -> endpoints.forEach(endpoint -> {
                var id = ids.next();
                var held = dispatcher.reserve(endpoint);
                rows.add(new Deliveries.New(id, endpoint, message, held ? leaseUntil : now));
                if (held) {
                    jobs.add(new Job(id, endpoint, message, 0, leaseUntil, System.nanoTime()));
                }
            }));
            var inserted = deliveries.insert(wanted.keySet(), rows);
            wanted.clear();
            releaseExcept(inserted);
            return rows.stream().map(Deliveries.New::id).toList();
        }

        private void releaseExcept(Set<UUID> inserted) {
            jobs.removeIf(job -> {
                var known = !inserted.contains(job.deliveryId());
                if (known) {
                    dispatcher.release(job.endpointId());
                }
                return known;
            });
        }

        @Override
        public void beforeCompletion() {
            if (!wanted.isEmpty()) {
                insertNow();
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                jobs.forEach(dispatcher::submit);
            } else {
                jobs.forEach(job -> dispatcher.release(job.endpointId()));
            }
        }
    }
}
