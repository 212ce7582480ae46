package com.cactuswealth.platform.events;

import com.cactuswealth.platform.identity.Ids;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * Where a use case says what happened. The event commits or rolls back with the change itself and is published right
 * after the commit.
 */
@ApplicationScoped
public class Outbox {

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;

    Outbox(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            OutboxRelay relay,
            ObjectMapper mapper,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.relay = relay;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Appends an event in the caller's transaction.
     *
     * @param type {@code noun.verb_in_past}
     * @param subject the aggregate it happened to
     * @param actor the user who caused it, or null for the system
     * @param data a record that becomes the event's JSON data; registered for reflection, which Quarkus cannot guess
     */
    @Transactional(TxType.MANDATORY)
    public void append(String type, UUID subject, UUID actor, Object data) {
        appendAll(type, actor, Map.of(subject, data));
    }

    /**
     * Appends an event of the same type for each of many subjects, in their order, together.
     *
     * @param dataBySubject what {@link #append} says of subject and data
     */
    @Transactional(TxType.MANDATORY)
    public void appendAll(String type, UUID actor, Map<UUID, ?> dataBySubject) {
        var insert = "insert into outbox (id, type, subject, actor, time, data) values (?, ?, ?, ?, ?, ?::json)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(insert)) {
            for (var event : dataBySubject.entrySet()) {
                statement.setObject(1, ids.next());
                statement.setString(2, type);
                statement.setString(3, event.getKey().toString());
                statement.setObject(4, actor);
                statement.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                statement.setString(6, mapper.valueToTree(event.getValue()).toString());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw new EventStoreException(failed);
        }
        transaction.registerInterposedSynchronization(new WakeRelay());
    }

    private final class WakeRelay implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
