package com.cactuswealth.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class SessionStoreTest {

    private final SessionId id = SessionId.random();

    @Inject
    RedisDataSource redis;

    @Inject
    SessionStore store;

    @Inject
    Clock clock;

    @BeforeEach
    void forget() {
        redis.flushall();
    }

    @Test
    void givesBackWhatItWasGivenOnlyToTheSameId() {
        var session = begun(Duration.ofMinutes(1));
        store.create(id, session);

        assertThat(store.find(id)).hasValueSatisfying(found -> {
            assertThat(found.tokens().access()).isEqualTo("access");
            assertThat(found.tokens().refresh()).isEqualTo("refresh");
            assertThat(found.began().getEpochSecond()).isEqualTo(session.began().getEpochSecond());
        });
        assertThat(store.find(SessionId.random())).isEmpty();
    }

    @Test
    void keepsASessionNoLongerThanItsWholeLifetimeHoweverMuchItIsUsed() {
        var nearlyOver = begun(Duration.ofDays(7).minusMinutes(30));
        store.create(id, nearlyOver);
        assertThat(store.replace(id, nearlyOver)).isTrue();
        assertThat(redis.key().ttl(redis.key().keys("gateway:session:*").getFirst()))
                .isBetween(29 * 60L, 30 * 60L);

        store.create(id, begun(Duration.ofDays(8)));
        assertThat(store.find(id)).isEmpty();
    }

    @Test
    void doesNotBringBackASessionThatEndedDuringARefresh() {
        store.create(id, begun(Duration.ofMinutes(1)));
        store.delete(id);

        assertThat(store.replace(id, begun(Duration.ofMinutes(1)))).isFalse();
        assertThat(store.find(id)).isEmpty();
    }

    @Test
    void endsAllSessionsOfAUserAndOfNobodyElse() {
        var other = SessionId.random();
        var brunos = SessionId.random();
        store.create(id, begun(Duration.ofMinutes(1)));
        store.create(other, begun(Duration.ofHours(1)));
        store.create(brunos, new Session("bruno", begun(Duration.ZERO).tokens(), clock.instant()));

        store.deleteAllOf("ana");

        assertThat(store.find(id)).isEmpty();
        assertThat(store.find(other)).isEmpty();
        assertThat(store.find(brunos)).isPresent();
        assertThat(redis.key().keys("gateway:sessions-of:*")).containsExactly("gateway:sessions-of:bruno");
    }

    @Test
    void remembersTheNamesOfAUsersSessionsNoLongerThanTheSessionsCanLast() {
        var names = "gateway:sessions-of:ana";
        store.create(SessionId.random(), begun(Duration.ofDays(8)));
        store.create(id, begun(Duration.ofMinutes(1)));

        assertThat(redis.sortedSet(String.class).zrange(names, 0, -1)).containsExactly(id.name());
        assertThat(redis.key().ttl(names)).isBetween(7 * 24 * 3600L - 60, 7 * 24 * 3600L);

        store.delete(id, begun(Duration.ofMinutes(1)));
        assertThat(redis.key().keys("*")).isEmpty();
    }

    @Test
    void locksOnceAndUnlocksOnlyWithItsTicket() {
        var ticket = store.lock(id, Duration.ofSeconds(10)).orElseThrow();

        assertThat(store.lock(id, Duration.ofSeconds(10))).isEmpty();
        store.unlock(id, "another");
        assertThat(store.lock(id, Duration.ofSeconds(10))).isEmpty();
        store.unlock(id, ticket);
        assertThat(store.lock(id, Duration.ofSeconds(10))).isPresent();
    }

    private Session begun(Duration ago) {
        var tokens = new Tokens("access", "refresh", clock.instant().plusSeconds(300));
        return new Session("ana", tokens, clock.instant().minus(ago));
    }
}
