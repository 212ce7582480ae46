package com.cactuswealth.platform.events;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.platform.events.Streams.Appended;
import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.fasterxml.jackson.databind.node.NullNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis that is full, trimmed by others, or empty: nothing stands still, nothing is lost, and little comes twice. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LossTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STREAM = "cactus:events:events-test";
    private static final long STREAM_ENTRIES = 2000;

    @Inject
    Things things;

    @Inject
    Recorder recorder;

    @Inject
    TestEvents events;

    @Inject
    RedisDataSource redis;

    @Inject
    Streams streams;

    @Inject
    GroupPositions positions;

    @Inject
    Housekeeping housekeeping;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void beginWithAnEmptyOutbox() throws SQLException {
        redis.execute("XGROUP", "DESTROY", STREAM, "slow-service");
        redis.execute("SETRANGE", "ballast", "20000000", "x"); // beside which buffers of connections do not count
        handled(create());
        await().atMost(SOON).untilAsserted(() -> ready("ok"));
        execute("delete from outbox", "delete from outbox_group");
    }

    @AfterEach
    void noLimit() {
        redis.execute("CONFIG", "SET", "maxmemory", "0");
    }

    @Test
    void aNearlyFullRedisIsReportedButIsNoFailure() {
        handled(create());
        redis.execute("CONFIG", "SET", "maxmemory", Long.toString(usedMemory() * 100 / 96));
        await().pollDelay(Duration.ofSeconds(2)) // a look at the memory holds for a second
                .untilAsserted(() -> ready("ok"));
        var waiting = create();

        await().atMost(SOON).untilAsserted(() -> ready("degraded"));
        await().during(Duration.ofSeconds(12)) // max-silence is 8 s
                .atMost(SOON)
                .untilAsserted(() -> ready("degraded"));
        anonymous().get("/q/metrics").then().body(containsString("cactus_events_backpressure 1.0"));
        assertThat(recorder.of(waiting)).isEmpty();

        redis.execute("CONFIG", "SET", "maxmemory", "0");
        handled(waiting);
        ready("ok");
    }

    @Test
    void aFullRedisTakesNoPartOfABatch() {
        redis.execute("CONFIG", "SET", "maxmemory", "1");
        var event = new Event(
                UUID.randomUUID(), "full", "thing.moved", Instant.EPOCH, "x", Optional.empty(), 1, NullNode.instance);

        var answer = streams.append("full", new StreamState("0-0", 0, Optional.empty(), "0-0"), List.of(event, event));

        assertThat(answer).isEqualTo(new Appended.Full());
        assertThat(streams.length("full")).isZero();
    }

    @Test
    void aNearlyFullRedisGetsTheRoomOfWhatIsConsumed() {
        handled(create());
        var last = IntStream.range(0, 50).mapToObj(i -> create()).toList().getLast();
        handled(last);
        acknowledged();
        redis.execute("CONFIG", "SET", "maxmemory", Long.toString(usedMemory() * 100 / 85));

        housekeeping.trimStream();

        assertThat(streams.length("events-test")).isEqualTo(1);
    }

    @Test
    void whatOthersTrimBeneathAConsumerIsDroppedAndComesAgain() {
        handled(create());
        acknowledged();
        positions.note();
        var pending = UUID.randomUUID();
        recorder.failOn(pending);
        things.create(pending, "fails first");
        await().atMost(SOON).until(() -> recorder.tries(pending) > 0);
        var busy = UUID.randomUUID();
        recorder.hold(busy);
        things.create(busy, "keeps the consumer busy");
        await().atMost(SOON).until(() -> recorder.tries(busy) == 1);
        var unread = IntStream.range(0, 20).mapToObj(i -> create()).toList();
        await().atMost(SOON)
                .until(() -> events.publishedBy("events-test", unread.getLast()).size() == 1);

        redis.execute("XTRIM", STREAM, "MAXLEN", "0");
        recorder.heal(pending);
        recorder.letGo(busy);

        handled(create());
        assertThat(unread).allSatisfy(id -> handled(id));
        handled(pending);
        assertThat(recorder.of(busy)).hasSize(1);
        acknowledged();
    }

    @Test
    void whatOneDeletesBeneathAConsumerComesAgain() {
        handled(create());
        acknowledged();
        positions.note();
        var busy = UUID.randomUUID();
        recorder.hold(busy);
        things.create(busy, "keeps the consumer busy");
        await().atMost(SOON).until(() -> recorder.tries(busy) == 1);
        var deleted = create();
        await().atMost(SOON)
                .until(() -> events.publishedBy("events-test", deleted).size() == 1);

        redis.execute("XDEL", STREAM, streams.lastEntry("events-test"));
        recorder.letGo(busy);

        handled(deleted);
    }

    @Test
    void aLongOutboxIsNotPublishedAgainWhenEveryGroupHasHadIt() throws SQLException {
        publishedLongAgo(10_000);
        handled(create());
        acknowledged();
        positions.note();
        var before = versions();

        redis.execute("FLUSHALL");
        handled(create());

        await().atMost(SOON).untilAsserted(() -> ready("ok"));
        assertThat(streams.length("events-test")).isLessThan(10);
        assertThat(versions()).as("rows that were published long ago").isEqualTo(before);
    }

    @Test
    void whatOneGroupHasNotHadComesAgainInStepsWhileNewEventsGoOn() throws SQLException {
        publishedLongAgo(8_000);
        execute("insert into outbox_group values ('slow-service', '3000-0')");
        handled(create());
        var before = versions();

        redis.execute("FLUSHALL");
        handled(create());
        await().atMost(SOON).until(() -> streams.length("events-test") >= STREAM_ENTRIES);
        handled(create());
        ready("replaying");
        assertThat(streams.length("events-test")).isLessThan(STREAM_ENTRIES + 300);

        redis.execute("XGROUP", "CREATE", STREAM, "slow-service", "0");
        var read = new ArrayList<String>();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            var entries = streams.readNew(List.of(STREAM), "slow-service", "one", 500, Duration.ofMillis(100));
            entries.forEach(entry -> {
                read.add(streams.event(entry.event()).subject());
                redis.execute("XACK", STREAM, "slow-service", entry.id());
            });
            assertThat(streams.length("events-test")).isLessThan(STREAM_ENTRIES + 300);
            return read.containsAll(IntStream.rangeClosed(3_000, 8_000)
                    .mapToObj(Integer::toString)
                    .toList());
        });
        assertThat(read).as("what the group has had").doesNotContain("2999");
        assertThat(read).doesNotHaveDuplicates();
        await().atMost(SOON).untilAsserted(() -> ready("ok"));
        assertThat(versions()).isEqualTo(before);

        positions.note();
        assertThat(text("select entry from outbox_group where name = 'slow-service'"))
                .isEqualTo(streams.positions("events-test").get("slow-service"));
    }

    @Test
    void entriesRiseAlsoWhenTheClockOfANewRedisIsSlow() throws SQLException {
        handled(create());
        acknowledged();
        var inAnHour = Instant.now().plus(Duration.ofHours(1)).toEpochMilli() + "-0";
        redis.execute("XADD", STREAM, inAnHour, "event", "{}");
        var ahead = create();
        handled(ahead);
        var last = text("select last_entry from outbox_stream");
        assertThat(Streams.compare(last, inAnHour)).isPositive();

        redis.execute("FLUSHALL");
        handled(create());

        assertThat(Streams.compare(text("select last_entry from outbox_stream"), last))
                .isPositive();
    }

    @Test
    void consumersOfVanishedInstancesAreForgottenUnlessTheyHaveWork() {
        redis.execute("XGROUP", "CREATE", "cactus:events:vanishing", "group", "0", "MKSTREAM");
        events.happened("vanishing", "thing.moved", UUID.randomUUID(), ANA, Map.of());
        streams.readNew(List.of("cactus:events:vanishing"), "group", "busy", 1, Duration.ofMillis(10));
        redis.execute("XGROUP", "CREATECONSUMER", "cactus:events:vanishing", "group", "gone");

        assertThat(streams.forgetConsumers("vanishing", "group", Duration.ofMinutes(1)))
                .isEmpty();
        await().atMost(SOON)
                .until(() -> streams.forgetConsumers("vanishing", "group", Duration.ofMillis(20))
                        .equals(List.of("gone")));
        assertThat(redis.execute("XPENDING", "cactus:events:vanishing", "group")
                        .get(0)
                        .toInteger())
                .isEqualTo(1);
        assertThat(streams.forgetConsumers("no-such-stream", "group", Duration.ZERO))
                .isEmpty();
    }

    private UUID create() {
        var id = UUID.randomUUID();
        things.create(id, "thing");
        return id;
    }

    private void handled(UUID id) {
        await().atMost(SOON).until(() -> recorder.of(id).size() == 1);
    }

    /** Waits until the group has acknowledged everything. */
    private void acknowledged() {
        await().atMost(SOON)
                .until(() ->
                        redis.execute("XPENDING", STREAM, "events-test").get(0).toInteger() == 0);
    }

    private static void ready(String state) {
        anonymous()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'events' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'events' }.data.state", equalTo(state));
    }

    private long usedMemory() {
        var line = redis.execute("INFO", "memory")
                .toString()
                .lines()
                .filter(value -> value.startsWith("used_memory:"))
                .findFirst();
        return Long.parseLong(line.orElseThrow().substring("used_memory:".length()));
    }

    /** Rows whose subject is the time of their entry in milliseconds, from 1 on. */
    private void publishedLongAgo(int rows) throws SQLException {
        execute("""
                insert into outbox (id, type, subject, time, data, entry_ms)
                select gen_random_uuid(), 'thing.stored', ms::text, now(), '{}', ms from generate_series(1, %d) ms""".formatted(rows));
    }

    /** Where the old rows are: an update would move them. */
    private String versions() throws SQLException {
        return text("select md5(string_agg(ctid::text || xmin::text, ' ' order by sequence)) from outbox"
                + " where type = 'thing.stored'");
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String text(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
