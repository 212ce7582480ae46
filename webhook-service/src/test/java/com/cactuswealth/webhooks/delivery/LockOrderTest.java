package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.webhooks.Partner.DELIVERIES;
import static com.cactuswealth.webhooks.Partner.ENDPOINTS;
import static com.cactuswealth.webhooks.Partner.SOON;
import static com.cactuswealth.webhooks.Partner.receiving;
import static com.cactuswealth.webhooks.Receiver.status;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.webhooks.Partner;
import com.cactuswealth.webhooks.egress.Answer;
import com.cactuswealth.webhooks.egress.Answer.Timings;
import com.cactuswealth.webhooks.endpoint.EndpointClosed;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of endpoints and results of their deliveries meet in the database, and none waits for another for ever. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LockOrderTest {

    @Inject
    TestEvents events;

    @Inject
    AgroalDataSource database;

    @Inject
    Deliveries deliveries;

    private final UUID client = UUID.randomUUID();

    @Test
    void anEndpointIsDisabledWhileAFailureOfItIsWritten() throws Exception {
        var partner = receiving("client.created", client);
        var outcomes = List.<Outcome>copyOf(failuresOf(partner, 1));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocker = database.getConnection()) {
            blocker.setAutoCommit(false);
            try (var lock = blocker.prepareStatement("select 1 from delivery where endpoint_id = ? for update")) {
                lock.setObject(1, partner.id());
                lock.executeQuery().close();
                var writing = runAsync(() -> deliveries.record(outcomes), threads);
                awaitWaitingForLocks(1);
                var disabling = supplyAsync(
                        () -> as(ADMIN)
                                .body(Map.of("state", "DISABLED"))
                                .patch(ENDPOINTS + "/" + partner.id())
                                .statusCode(),
                        threads);
                awaitWaitingForLocks(2);
                blocker.rollback();

                writing.get(20, TimeUnit.SECONDS);
                assertThat(disabling.get(20, TimeUnit.SECONDS)).isEqualTo(200);
            } finally {
                blocker.setAutoCommit(true);
            }
        }
        assertThat(partner.deliveries().getString("items[0].state")).isEqualTo("CANCELLED");
        assertThat(partner.deliveries().getInt("items[0].lastStatus")).isEqualTo(500);
        assertThat(partner.endpoint().getString("failingSince")).isNotNull();
    }

    @Test
    void theSameRowsAreWrittenCancelledAndGivenBackAtTheSameTime() throws Exception {
        var partner = receiving("client.created", client);
        var forwards = List.<Outcome>copyOf(failuresOf(partner, 50));
        var backwards = forwards.reversed();
        var jobs = backwards.stream().map(Outcome::job).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                runTogether(
                        threads,
                        () -> deliveries.record(forwards),
                        () -> deliveries.record(backwards),
                        () -> deliveries.giveBack(jobs),
                        () -> QuarkusTransaction.requiringNew()
                                .run(() -> deliveries.cancel(new EndpointClosed(partner.id()))));
            }
        }

        assertThat(partner.deliveries().getList("items.state")).hasSize(50).containsOnly("CANCELLED");
    }

    @Test
    void aFailingEndpointIsChangedRetriedAndRotatedUnderLoad() throws Exception {
        var partner = receiving("client.created", client).answering(status(500));
        var path = ENDPOINTS + "/" + partner.id();
        var statuses = new ConcurrentSkipListSet<Integer>();
        var end = Instant.now().plus(Duration.ofSeconds(5));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            runTogether(
                    threads,
                    () -> until(end, () -> created()),
                    () -> until(
                            end,
                            () -> statuses.add(as(ADMIN)
                                    .body(Map.of("state", "DISABLED"))
                                    .patch(path)
                                    .statusCode())),
                    () -> until(
                            end,
                            () -> statuses.add(as(ADMIN)
                                    .body(Map.of("state", "ENABLED"))
                                    .patch(path)
                                    .statusCode())),
                    () -> until(
                            end,
                            () -> statuses.add(
                                    as(ADMIN).post(path + "/secret/rotate").statusCode())),
                    () -> until(end, () -> retryNewest(partner, statuses)));
        }

        assertThat(new TreeSet<>(statuses)).isSubsetOf(200, 202, 409).contains(200);
        partner.delete();
    }

    /** Pending deliveries that nobody sends, because the endpoint is paused, and how each failed. */
    private List<Outcome.Attempted> failuresOf(Partner partner, int count) throws SQLException {
        partner.change(Map.of("state", "PAUSED"));
        IntStream.range(0, count).forEach(i -> created());
        await().atMost(SOON).until(() -> partner.deliveries().getInt("total") == count);
        var outcomes = new ArrayList<Outcome.Attempted>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select id from delivery where endpoint_id = ? order by id")) {
            select.setObject(1, partner.id());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    outcomes.add(failed(row.getObject(1, UUID.class), partner.id()));
                }
            }
        }
        return outcomes;
    }

    private static Outcome.Attempted failed(UUID delivery, UUID endpoint) {
        var now = Instant.now();
        var message = new Message(UUID.randomUUID(), "client.created", now, "{}");
        var job = new Job(delivery, endpoint, message, 0, now.plusSeconds(30), System.nanoTime());
        var answer =
                new Answer.Response(500, "", "broken", new Timings(OptionalLong.empty(), OptionalLong.empty(), 1000));
        return new Outcome.Attempted(job, now, 0, answer, Optional.of(now.plusSeconds(3600)));
    }

    private void awaitWaitingForLocks(int count) {
        await().atMost(SOON).until(this::waitingForLocks, waiting -> waiting >= count);
    }

    private int waitingForLocks() throws SQLException {
        var select =
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(select)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void retryNewest(Partner partner, Set<Integer> statuses) {
        var newest = partner.deliveries().getString("items[0].id");
        if (newest != null) {
            statuses.add(as(ADMIN).post(DELIVERIES + "/" + newest + "/retry").statusCode());
        }
    }

    private static void until(Instant end, Runnable act) {
        while (Instant.now().isBefore(end)) {
            act.run();
        }
    }

    /** Fails with what one of them failed with. */
    private static void runTogether(ExecutorService threads, Runnable... acts) throws Exception {
        var running = List.of(acts).stream().map(act -> runAsync(act, threads)).toList();
        for (var act : running) {
            act.get(60, TimeUnit.SECONDS);
        }
    }

    private void created() {
        events.happened("client-service", "client.created", client, ANA, Map.of("id", client.toString()));
    }
}
