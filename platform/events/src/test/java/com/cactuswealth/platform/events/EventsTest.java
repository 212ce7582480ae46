package com.cactuswealth.platform.events;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.As.bearing;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestIssuer;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionRequiredException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class EventsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Things things;

    @Inject
    Recorder recorder;

    @Inject
    TestEvents events;

    @Inject
    RedisDataSource redis;

    @Inject
    Outbox outbox;

    @Inject
    EventMetrics metrics;

    @Test
    void anEventIsHandledOnceWithAllItsAttributes() {
        var id = UUID.randomUUID();
        things.create(id, "cactus");

        await().atMost(SOON).until(() -> recorder.of(id).size() == 1);
        var event = recorder.of(id).getFirst();
        assertThat(event.type()).isEqualTo("thing.created");
        assertThat(event.source()).isEqualTo("events-test");
        assertThat(event.actor()).isEmpty();
        assertThat(event.sequence()).isPositive();
        assertThat(event.data().path("name").asText()).isEqualTo("cactus");
    }

    @Test
    void whatRollsBackIsNeverPublished() {
        var id = UUID.randomUUID();
        assertThatIllegalStateException().isThrownBy(() -> things.createAndFail(id));
        var later = UUID.randomUUID();
        things.create(later, "later");

        await().atMost(SOON).until(() -> recorder.of(later).size() == 1);
        assertThat(recorder.of(id)).isEmpty();
        assertThat(events.publishedBy("events-test", id)).isEmpty();
    }

    @Test
    void appendingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append("thing.created", UUID.randomUUID(), null, Map.of()))
                .hasRootCauseInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void aRedeliveryChangesNothing() {
        var subject = UUID.randomUUID();
        var event = events.envelope(UUID.randomUUID(), "elsewhere", "thing.moved", subject, ANA, Map.of());
        events.publish("elsewhere", event);
        events.publish("elsewhere", event);
        var marker = UUID.randomUUID();
        events.happened("elsewhere", "thing.moved", marker, ANA, Map.of());

        await().atMost(SOON).until(() -> recorder.of(marker).size() == 1);
        assertThat(recorder.of(subject)).hasSize(1);
        assertThat(recorder.of(subject).getFirst().actor()).contains(ANA.id());
    }

    @Test
    void eventsOfASubjectArriveInOrder() {
        var subject = UUID.randomUUID();
        var names = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        names.forEach(name -> events.happened("elsewhere", "thing.renamed", subject, ANA, Map.of("name", name)));

        await().atMost(SOON).until(() -> recorder.of(subject).size() == 500);
        assertThat(recorder.of(subject).stream()
                        .map(event -> event.data().path("name").asText()))
                .containsExactlyElementsOf(names);
    }

    @Test
    void aPoisonousEventBecomesADeadLetterAndHoldsNothingUp() {
        var poison = UUID.randomUUID();
        recorder.failOn(poison);
        events.happened("elsewhere", "thing.moved", poison, ANA, Map.of());
        var healthy = UUID.randomUUID();
        events.happened("elsewhere", "thing.moved", healthy, ANA, Map.of());

        await().atMost(SOON).until(() -> recorder.of(healthy).size() == 1);
        await().atMost(SOON).until(() -> lettersOf(poison).size() == 1);

        var replay = "/api/v1/dead-letters/events-test/" + lettersOf(poison).getFirst() + "/replay";
        as(ADMIN).post(replay).then().statusCode(409).body("detail", containsString("cannot handle " + poison));
        recorder.heal(poison);
        as(ADMIN).post(replay).then().statusCode(204);
        assertThat(recorder.of(poison)).hasSize(1);
        as(ADMIN).post(replay).then().statusCode(404);
    }

    private static List<String> lettersOf(UUID subject) {
        return as(ADMIN)
                .get("/api/v1/dead-letters/events-test?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.event.subject == '%s' }.id".formatted(subject));
    }

    @Test
    void triesBelongToTheEventAndADeadLetterOutlivesRedis() {
        var poison = UUID.randomUUID();
        recorder.failOn(poison);
        var event = events.envelope(UUID.randomUUID(), "elsewhere", "thing.moved", poison, ANA, Map.of());
        events.publish("elsewhere", event);
        events.publish("elsewhere", event);

        await().atMost(SOON).until(() -> lettersOf(poison).size() == 1);
        var tries = recorder.tries(poison);
        assertThat(tries)
                .as("four alone and some in a batch; not four for each entry")
                .isBetween(4, 7);

        redis.execute("FLUSHALL");
        events.publish("elsewhere", event);
        var marker = UUID.randomUUID();
        events.happened("elsewhere", "thing.moved", marker, ANA, Map.of());
        await().atMost(SOON).until(() -> recorder.of(marker).size() == 1);
        assertThat(lettersOf(poison)).hasSize(1);
        assertThat(recorder.tries(poison)).as("given up on, so not tried again").isEqualTo(tries);
        as(ADMIN)
                .delete(
                        "/api/v1/dead-letters/events-test/{id}",
                        lettersOf(poison).getFirst())
                .then()
                .statusCode(204);
        assertThat(lettersOf(poison)).isEmpty();
    }

    @Test
    void deadLettersArePagedAndCounted() {
        var poisons = List.of(UUID.randomUUID(), UUID.randomUUID());
        poisons.forEach(recorder::failOn);
        poisons.forEach(poison -> events.happened("elsewhere", "thing.moved", poison, ANA, Map.of()));
        await().atMost(SOON)
                .until(() ->
                        poisons.stream().allMatch(poison -> lettersOf(poison).size() == 1));

        var path = "/api/v1/dead-letters/events-test?limit=1";
        var first = as(ADMIN).get(path).then().statusCode(200).extract().jsonPath();
        var second = as(ADMIN)
                .get(path + "&cursor=" + first.getString("nextCursor"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(first.getList("items")).hasSize(1);
        assertThat(second.getString("items[0].id")).isGreaterThan(first.getString("items[0].id"));
        assertThat(first.getLong("total")).isGreaterThanOrEqualTo(2);
        as(ADMIN).get(path + "&cursor=nonsense").then().statusCode(400);

        metrics.refresh();
        anonymous()
                .get("/q/metrics")
                .then()
                .body(containsString("cactus_events_dead_letters " + (double) first.getLong("total")))
                .body(containsString("cactus_events_outbox_age_seconds"))
                .body(containsString("cactus_events_consumer_lag_seconds"));
    }

    @Test
    void aMalformedEntryBecomesADeadLetterToo() {
        redis.stream(String.class).xadd("cactus:events:elsewhere", Map.of("event", "{\"id\":\"no\"}"));

        await().atMost(SOON)
                .untilAsserted(() -> as(ADMIN)
                        .get("/api/v1/dead-letters/events-test?limit=200")
                        .then()
                        .body("items.findAll { it.event.id == 'no' }", hasSize(1)));
    }

    @Test
    void deadLettersAreForTheAdministrator() {
        var path = "/api/v1/dead-letters/events-test";
        anonymous().get(path).then().statusCode(401);
        as(ANA).get(path).then().statusCode(403);
        as(ADMIN).get("/api/v1/dead-letters/other-service").then().statusCode(404);
        as(ADMIN).delete(path + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void onlyTheIssuersFreshTokensForUsAreAccepted() {
        var path = "/api/v1/dead-letters/events-test";
        for (var token : List.of(
                TestIssuer.expiredToken(ADMIN),
                TestIssuer.forgedToken(ADMIN),
                TestIssuer.tokenOfAnotherIssuer(ADMIN),
                TestIssuer.tokenForAnotherAudience(ADMIN),
                "nonsense")) {
            bearing(token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("https://cactuswealth.com/problems/unauthenticated"));
        }
    }

    @Test
    void entriesOfAnInstanceThatDiedAreClaimed() {
        var subject = UUID.randomUUID();
        recorder.failOn(subject);
        var entry = redis.stream(String.class)
                .xadd(
                        "cactus:events:elsewhere",
                        Map.of(
                                "event",
                                events.envelope(
                                        UUID.randomUUID(), "elsewhere", "thing.moved", subject, ANA, Map.of())));
        await().atMost(SOON)
                .until(() ->
                        redis.execute("XCLAIM", "cactus:events:elsewhere", "events-test", "dead-instance", "0", entry)
                                        .size()
                                == 1);
        recorder.heal(subject);

        await().atMost(SOON).until(() -> recorder.of(subject).size() == 1);
    }

    @Test
    void aLostConsumerGroupIsMadeAgain() {
        redis.execute("XGROUP", "DESTROY", "cactus:events:elsewhere", "events-test");
        var subject = UUID.randomUUID();
        events.happened("elsewhere", "thing.moved", subject, ANA, Map.of());

        await().atMost(SOON).until(() -> recorder.of(subject).size() == 1);
    }

    @Test
    void whenRedisDiesAndComesBackEmptyNothingIsLost() {
        var before = UUID.randomUUID();
        things.create(before, "before");
        await().atMost(SOON).until(() -> recorder.of(before).size() == 1);

        RealServers.redis().kill();
        var during = IntStream.range(0, 50).mapToObj(i -> UUID.randomUUID()).toList();
        during.forEach(id -> things.create(id, "while Redis is down"));
        RealServers.redis().start();
        var after = UUID.randomUUID();
        things.create(after, "after");

        await().atMost(SOON).until(() -> recorder.of(after).size() == 1);
        assertThat(during).allSatisfy(id -> assertThat(recorder.of(id)).hasSize(1));
        assertThat(recorder.of(before))
                .as("handled before the crash, published again")
                .hasSize(1);
        assertThat(events.publishedBy("events-test", before)).hasSize(1);
    }

    @Test
    void aStreamThatLostItsTailGetsItAgain() {
        var id = UUID.randomUUID();
        things.create(id, "in the tail");
        await().atMost(SOON).until(() -> recorder.of(id).size() == 1);
        redis.key().del("cactus:events:events-test");

        await().atMost(SOON).until(() -> events.publishedBy("events-test", id).size() == 1);
        assertThat(recorder.of(id)).hasSize(1);
    }

    @Test
    void readinessTellsBacklogAndLag() {
        anonymous()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'events' }.status", equalTo("UP"));
    }
}
