package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.webhooks.delivery.Rows.array;
import static com.cactuswealth.webhooks.delivery.Rows.instant;
import static com.cactuswealth.webhooks.delivery.Rows.time;

import com.cactuswealth.webhooks.delivery.Outcome.Attempted;
import com.cactuswealth.webhooks.egress.Answer;
import com.cactuswealth.webhooks.endpoint.EndpointClosed;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of deliveries, written and read many at a time. Whoever locks several rows locks endpoints before deliveries,
 * and each in the order of ids, so that no two transactions wait for each other.
 */
@ApplicationScoped
class Deliveries {

    private final AgroalDataSource database;
    private final Clock clock;

    Deliveries(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A delivery that is not in the database yet.
     *
     * @param dueAt the end of this instance's lease, or now when it takes none
     */
    record New(UUID id, UUID endpointId, Message message, Instant dueAt) {}

    /** Inserts in the current transaction; tells which were new, because an event may come again. */
    Set<UUID> insert(Collection<Message> messages, Collection<New> deliveries) {
        var insertMessages = """
                insert into message (event_id, type, time, body, created_at)
                select *, ? from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[])
                on conflict do nothing""";
        var insertDeliveries = """
                insert into delivery (id, endpoint_id, event_id, due_at, state, created_at)
                select *, 'PENDING', ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                on conflict do nothing returning id""";
        var now = time(clock.instant());
        try (var connection = database.getConnection();
                var first = connection.prepareStatement(insertMessages);
                var second = connection.prepareStatement(insertDeliveries)) {
            first.setObject(1, now);
            first.setArray(2, array(connection, "uuid", messages, Message::id));
            first.setArray(3, array(connection, "text", messages, Message::type));
            first.setArray(4, array(connection, "timestamptz", messages, Message::time));
            first.setArray(5, array(connection, "text", messages, Message::body));
            first.executeUpdate();
            second.setObject(1, now);
            second.setArray(2, array(connection, "uuid", deliveries, New::id));
            second.setArray(3, array(connection, "uuid", deliveries, New::endpointId));
            second.setArray(
                    4,
                    array(
                            connection,
                            "uuid",
                            deliveries,
                            delivery -> delivery.message().id()));
            second.setArray(5, array(connection, "timestamptz", deliveries, New::dueAt));
            var inserted = new HashSet<UUID>();
            try (var row = second.executeQuery()) {
                while (row.next()) {
                    inserted.add(row.getObject(1, UUID.class));
                }
            }
            return inserted;
        } catch (SQLException failed) {
            throw new DeliveryStoreException(failed);
        }
    }

    /**
     * Takes what is due: retries, what found no room in memory, and what an instance left that died.
     *
     * @param room how many to take at most for each endpoint, in the order in which they have their turn
     * @param atMost how many to take at most for all of them
     */
    List<Job> claim(Map<UUID, Integer> room, int atMost, Instant leaseUntil) {
        var claim = """
                update delivery set due_at = ? from message, (
                    select due.id from unnest(?::uuid[], ?::int[]) as wanted(endpoint_id, room)
                    cross join lateral (
                        select id from delivery
                        where delivery.endpoint_id = wanted.endpoint_id and state = 'PENDING' and due_at <= ?
                        order by due_at limit wanted.room for update skip locked) as due
                    limit ?) as claimed
                where delivery.id = claimed.id and message.event_id = delivery.event_id
                returning delivery.id, delivery.endpoint_id, delivery.attempts, message.event_id, message.type,
                    message.time, message.body""";
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(claim)) {
                statement.setObject(1, time(leaseUntil));
                statement.setArray(2, array(connection, "uuid", room.entrySet(), Map.Entry::getKey));
                statement.setArray(3, array(connection, "int", room.entrySet(), Map.Entry::getValue));
                statement.setObject(4, time(clock.instant()));
                statement.setInt(5, atMost);
                try (var row = statement.executeQuery()) {
                    return jobs(row, leaseUntil);
                }
            }
        });
    }

    /** Takes one delivery whatever its state, to send it now. */
    Optional<Job> take(UUID id, Instant dueAt) {
        var take = """
                update delivery set due_at = ?, state = 'PENDING', finished_at = null from message
                where delivery.id = ? and message.event_id = delivery.event_id
                returning delivery.id, delivery.endpoint_id, delivery.attempts, message.event_id, message.type,
                    message.time, message.body""";
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(take)) {
                statement.setObject(1, time(dueAt));
                statement.setObject(2, id);
                try (var row = statement.executeQuery()) {
                    return jobs(row, dueAt).stream().findFirst();
                }
            }
        });
    }

    private static List<Job> jobs(ResultSet row, Instant leaseUntil) throws SQLException {
        var messages = new HashMap<UUID, Message>();
        var jobs = new ArrayList<Job>();
        while (row.next()) {
            var eventId = row.getObject("event_id", UUID.class);
            var message = messages.get(eventId);
            if (message == null) {
                message = new Message(eventId, row.getString("type"), instant(row, "time"), row.getString("body"));
                messages.put(eventId, message);
            }
            jobs.add(new Job(
                    row.getObject("id", UUID.class),
                    row.getObject("endpoint_id", UUID.class),
                    message,
                    row.getInt("attempts"),
                    leaseUntil,
                    System.nanoTime()));
        }
        return jobs;
    }

    /** Lets whoever comes first take at once what this instance does not send now. */
    void giveBack(Collection<Job> jobs) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = database.getConnection()) {
                lock(connection, jobs);
                giveBack(connection, jobs);
            } catch (SQLException failed) {
                throw new DeliveryStoreException(failed);
            }
        });
    }

    /** Only what is still leased as it was when taken: later another instance may have it. */
    private void giveBack(Connection connection, Collection<Job> jobs) throws SQLException {
        var update = """
                update delivery set due_at = ? from unnest(?::uuid[], ?::timestamptz[]) as job(id, lease_until)
                where delivery.id = job.id and delivery.due_at = job.lease_until and state = 'PENDING'""";
        try (var statement = connection.prepareStatement(update)) {
            statement.setObject(1, time(clock.instant()));
            statement.setArray(2, array(connection, "uuid", jobs, Job::deliveryId));
            statement.setArray(3, array(connection, "timestamptz", jobs, Job::leaseUntil));
            statement.executeUpdate();
        }
    }

    /** In the transaction that disables or deletes the endpoint. */
    void cancel(@Observes EndpointClosed endpoint) {
        var update = """
                with waiting as (
                    select id from delivery where endpoint_id = ? and state = 'PENDING' order by id for no key update)
                update delivery set state = 'CANCELLED', due_at = null, finished_at = ?
                from waiting where delivery.id = waiting.id""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(update)) {
            statement.setObject(1, endpoint.id());
            statement.setObject(2, time(clock.instant()));
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new DeliveryStoreException(failed);
        }
    }

    /**
     * Writes what came of many jobs. A crash of PostgreSQL may lose the last milliseconds of it, which only means
     * one more delivery of each; so nobody waits for the disk.
     */
    void record(Collection<Outcome> outcomes) {
        var attempted = all(outcomes, Attempted.class);
        var cancelled = all(outcomes, Outcome.Cancelled.class).stream()
                .map(Outcome::job)
                .toList();
        var leftAlone = all(outcomes, Outcome.LeftAlone.class).stream()
                .map(Outcome::job)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = database.getConnection();
                    var relaxed = connection.createStatement()) {
                relaxed.execute("set local synchronous_commit = off");
                if (!attempted.isEmpty()) {
                    updateHealth(connection, attempted);
                }
                lock(connection, outcomes.stream().map(Outcome::job).toList());
                if (!attempted.isEmpty()) {
                    insertAttempts(connection, attempted);
                    updateDeliveries(connection, attempted);
                }
                if (!cancelled.isEmpty()) {
                    cancel(connection, cancelled);
                }
                if (!leftAlone.isEmpty()) {
                    giveBack(connection, leftAlone);
                }
            } catch (SQLException failed) {
                throw new DeliveryStoreException(failed);
            }
        });
    }

    private static <T extends Outcome> List<T> all(Collection<Outcome> outcomes, Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void lock(Connection connection, Collection<Job> jobs) throws SQLException {
        var select = "select id from delivery where id = any(?) order by id for no key update";
        try (var statement = connection.prepareStatement(select)) {
            statement.setArray(1, array(connection, "uuid", jobs, Job::deliveryId));
            statement.executeQuery().close();
        }
    }

    /** A delivery may be gone by now, when it was in memory for longer than it is kept. */
    private static void insertAttempts(Connection connection, Collection<Attempted> attempted) throws SQLException {
        var insert = """
                insert into attempt (delivery_id, started_at, status, error, response, queue_micros, connect_micros,
                    first_byte_micros, total_micros)
                select made.* from unnest(?::uuid[], ?::timestamptz[], ?::int[], ?::text[], ?::text[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::bigint[]) as made(id)
                join delivery on delivery.id = made.id
                on conflict do nothing""";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setArray(
                    1, array(connection, "uuid", attempted, made -> made.job().deliveryId()));
            statement.setArray(2, array(connection, "timestamptz", attempted, Attempted::startedAt));
            statement.setArray(3, array(connection, "int", attempted, Deliveries::status));
            statement.setArray(4, array(connection, "text", attempted, Deliveries::error));
            statement.setArray(5, array(connection, "text", attempted, Deliveries::response));
            statement.setArray(6, array(connection, "bigint", attempted, Attempted::queueMicros));
            statement.setArray(
                    7,
                    array(
                            connection,
                            "bigint",
                            attempted,
                            made -> orNull(made.answer().timings().connect())));
            statement.setArray(
                    8,
                    array(
                            connection,
                            "bigint",
                            attempted,
                            made -> orNull(made.answer().timings().firstByte())));
            statement.setArray(
                    9,
                    array(
                            connection,
                            "bigint",
                            attempted,
                            made -> made.answer().timings().total()));
            statement.executeUpdate();
        }
    }

    /** Delivered stays delivered, even if the endpoint was closed or another instance failed meanwhile. */
    private static void updateDeliveries(Connection connection, Collection<Attempted> attempted) throws SQLException {
        var update = """
                update delivery set state = made.state, attempts = attempts + 1, due_at = made.due_at,
                    last_status = made.status, last_error = made.error, finished_at = made.finished_at
                from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::int[], ?::text[], ?::timestamptz[])
                    as made(id, state, due_at, status, error, finished_at)
                where delivery.id = made.id and (delivery.state = 'PENDING' or made.state = 'DELIVERED')""";
        try (var statement = connection.prepareStatement(update)) {
            statement.setArray(
                    1, array(connection, "uuid", attempted, made -> made.job().deliveryId()));
            statement.setArray(
                    2, array(connection, "text", attempted, made -> made.state().name()));
            statement.setArray(
                    3,
                    array(
                            connection,
                            "timestamptz",
                            attempted,
                            made -> made.nextAttempt().orElse(null)));
            statement.setArray(4, array(connection, "int", attempted, Deliveries::status));
            statement.setArray(5, array(connection, "text", attempted, Deliveries::error));
            statement.setArray(6, array(connection, "timestamptz", attempted, Deliveries::finishedAt));
            statement.executeUpdate();
        }
    }

    /** Only where it changes, so that most batches write no endpoint. */
    private static void updateHealth(Connection connection, Collection<Attempted> attempted) throws SQLException {
        var succeeded = endpoints(attempted, true);
        var failed = endpoints(attempted, false);
        failed.removeAll(succeeded);
        var update = """
                with changed as (
                    select id, case when id = any(?) then null else ?::timestamptz end as failing_since from endpoint
                    where (id = any(?) and failing_since is not null) or (id = any(?) and failing_since is null)
                    order by id for no key update)
                update endpoint set failing_since = changed.failing_since
                from changed where endpoint.id = changed.id""";
        try (var statement = connection.prepareStatement(update)) {
            var healthy = connection.createArrayOf("uuid", succeeded.toArray());
            statement.setArray(1, healthy);
            statement.setObject(2, time(attempted.iterator().next().startedAt()));
            statement.setArray(3, healthy);
            statement.setArray(4, connection.createArrayOf("uuid", failed.toArray()));
            statement.executeUpdate();
        }
    }

    private static Set<UUID> endpoints(Collection<Attempted> attempted, boolean accepted) {
        return attempted.stream()
                .filter(made -> made.answer().accepted() == accepted)
                .map(Attempted::endpointId)
                .collect(Collectors.toSet());
    }

    private void cancel(Connection connection, Collection<Job> jobs) throws SQLException {
        var update = """
                update delivery set state = 'CANCELLED', due_at = null, finished_at = ?
                where id = any(?) and state = 'PENDING'""";
        try (var statement = connection.prepareStatement(update)) {
            statement.setObject(1, time(clock.instant()));
            statement.setArray(2, array(connection, "uuid", jobs, Job::deliveryId));
            statement.executeUpdate();
        }
    }

    /** Which of the endpoints have only failed since before that time. */
    Set<UUID> failingSince(Instant before, Set<UUID> endpoints) {
        var select = "select id from endpoint where id = any(?) and failing_since <= ? and state <> 'DISABLED'";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(select)) {
            statement.setArray(1, connection.createArrayOf("uuid", endpoints.toArray()));
            statement.setObject(2, time(before));
            var failing = new HashSet<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    failing.add(row.getObject(1, UUID.class));
                }
            }
            return failing;
        } catch (SQLException failed) {
            throw new DeliveryStoreException(failed);
        }
    }

    private static Integer status(Attempted made) {
        var status = made.answer().httpStatus();
        return status.isPresent() ? status.getAsInt() : null;
    }

    private static String error(Attempted made) {
        return switch (made.answer()) {
            case Answer.Response response -> null;
            case Answer.Failure failure -> failure.cause() + ": " + failure.detail();
        };
    }

    private static String response(Attempted made) {
        return switch (made.answer()) {
            case Answer.Response response -> response.body();
            case Answer.Failure failure -> null;
        };
    }

    private static Instant finishedAt(Attempted made) {
        return made.state() == DeliveryState.PENDING
                ? null
                : made.startedAt().plusNanos(made.answer().timings().total() * 1000);
    }

    private static Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
