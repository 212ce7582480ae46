package com.cactuswealth.auth.signin;

import static com.cactuswealth.auth.People.PASSWORD;
import static com.cactuswealth.auth.People.registered;
import static com.cactuswealth.auth.People.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.auth.MovingClock;
import com.cactuswealth.auth.Parallel;
import com.cactuswealth.platform.testing.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guesses come from addresses of their own, so that tests do not make each other wait. */
@QuarkusTest
@WithTestResource(AuthServers.class)
class ThrottleTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject
    MovingClock clock;

    @Inject
    AttemptCounts counts;

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void tooManyFailuresMakeAnAccountWaitWhetherItExistsOrNot() {
        for (var identifier : List.of(registered("ADVISOR", null).username(), unknown())) {
            fail(3, identifier);
            mustWait(signIn(newAddress(), identifier, PASSWORD), 60);
        }
    }

    @Test
    void eachFurtherFailureMakesTheNextTryWaitTwiceAsLongUpToALimit() {
        var ana = registered("ADVISOR", null);
        fail(3, ana.username());
        for (var seconds : List.of(60, 120, 240, 480, 900, 900)) {
            mustWait(signIn(newAddress(), ana.username(), PASSWORD), seconds);
            clock.advance(Duration.ofSeconds(seconds));
            fail(1, ana.username());
        }
    }

    @Test
    void whoWaitsSignsInAndFailuresAreForgotten() {
        var ana = registered("ADVISOR", null);
        fail(3, ana.username());
        clock.advance(Duration.ofMinutes(1));
        signIn(newAddress(), ana.username(), PASSWORD).statusCode(200);
        fail(3, ana.username());
    }

    @Test
    void failuresAreForgottenWithTime() {
        var identifier = unknown();
        fail(3, identifier);
        clock.advance(Duration.ofMinutes(16));
        fail(3, identifier);
        mustWait(signIn(newAddress(), identifier, PASSWORD), 60);
    }

    @Test
    void usernameAndEmailOfAnAccountCountTogether() {
        var ana = registered("ADVISOR", null);
        fail(1, ana.username());
        fail(1, ana.username() + "@cactus.test");
        fail(1, ana.username().toUpperCase(Locale.ROOT));
        mustWait(signIn(newAddress(), ana.username() + "@cactus.test", PASSWORD), 60);
    }

    @Test
    void tenStrangersDoNotHoldUpTheOwnerWhoComesFromAnAddressThatIsKnown() {
        var ana = registered("ADVISOR", null);
        var home = newAddress();
        signIn(home, ana.username(), PASSWORD).statusCode(200);

        var strangers = IntStream.range(0, 10)
                .map(i -> status(signIn(newAddress(), ana.username(), "wrong password")))
                .boxed()
                .toList();
        assertThat(strangers).containsExactly(401, 401, 401, 429, 429, 429, 429, 429, 429, 429);
        mustWait(signIn(newAddress(), ana.username(), PASSWORD), 60);
        signIn(home, ana.username(), PASSWORD).statusCode(200);
    }

    @Test
    void guessesFromAKnownAddressWaitToo() {
        var ana = registered("ADVISOR", null);
        var home = newAddress();
        signIn(home, ana.username(), PASSWORD).statusCode(200);
        IntStream.range(0, 3)
                .forEach(i -> signIn(home, ana.username(), "wrong password").statusCode(401));
        mustWait(signIn(home, ana.username(), PASSWORD), 60);
        signIn(newAddress(), ana.username(), PASSWORD).statusCode(200);
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsAndSigningInToOneOfThemDoesNotHelp() {
        var ana = registered("ADVISOR", null);
        var address = newAddress();
        for (var guess = 0; guess < 19; guess++) {
            signIn(address, unknown(), "wrong password").statusCode(401);
        }
        signIn(address, ana.username(), PASSWORD).statusCode(200);
        signIn(address, unknown(), "wrong password").statusCode(401);
        mustWait(signIn(address, unknown(), PASSWORD), 60);
        signIn(address, ana.username(), PASSWORD).statusCode(200);
        signIn(newAddress(), unknown(), "wrong password").statusCode(401);
    }

    @Test
    void anIpv6AddressStandsForItsNetwork() {
        assertThat(CallerAddress.network("2001:db8:1:2:3:4:5:6")).isEqualTo("20010db800010002/64");
        assertThat(CallerAddress.network("2001:db8:1:2::9")).isEqualTo("20010db800010002/64");
        assertThat(CallerAddress.network(" 203.0.113.9 ")).isEqualTo("203.0.113.9");
        assertThat(CallerAddress.network("nonsense")).isEqualTo("unknown");
    }

    @Test
    void parallelGuessesAreCountedBeforeAnyIsChecked() throws Exception {
        var ana = registered("ADVISOR", null);
        var statuses = Parallel.ask(12, number -> status(signIn(newAddress(), ana.username(), "wrong password")));
        assertThat(statuses).hasSize(12).containsOnly(401, 429);
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(3);
    }

    @Test
    void guessesAreCountedWithoutRedis() {
        var ana = registered("ADVISOR", null);
        RealServers.redis().kill();
        try {
            fail(3, ana.username());
            mustWait(signIn(newAddress(), ana.username(), PASSWORD), 60);
        } finally {
            RealServers.redis().start();
        }
    }

    @Test
    void aRefusedTryAndOldCountsLeaveNothing() {
        var identifier = unknown();
        fail(3, identifier);
        var before = counted();
        IntStream.range(0, 5)
                .forEach(i -> signIn(newAddress(), identifier, PASSWORD).statusCode(429));
        assertThat(counted()).isEqualTo(before);

        clock.advance(Duration.ofDays(1));
        counts.forgetTheOld();
        assertThat(counted()).isZero();
    }

    @Test
    void ofNinetySignInsAtOnceNoneFailsAndWhoFindsNoPlaceIsToldWhenToComeBack() throws Exception {
        var ana = registered("ADVISOR", null);
        var home = newAddress();
        signIn(home, ana.username(), PASSWORD).statusCode(200);

        var answers = Parallel.ask(90, number -> signIn(home, ana.username(), PASSWORD));

        assertThat(answers.stream().map(ThrottleTest::status))
                .containsOnly(200, 429)
                .contains(200);
        answers.stream()
                .filter(answer -> status(answer) == 429)
                .forEach(answer -> answer.header("Retry-After", Integer::parseInt, greaterThan(0)));
        signIn(home, ana.username(), PASSWORD).statusCode(200);
    }

    @Test
    void ofNinetySignInsFromAllOverNoneFailsEither() throws Exception {
        var people = IntStream.range(0, 90).mapToObj(i -> unknown()).toList();

        var answers = Parallel.ask(90, number -> signIn(newAddress(), people.get(number), PASSWORD));

        assertThat(answers.stream().map(ThrottleTest::status))
                .containsOnly(401, 503)
                .contains(401);
        answers.stream()
                .filter(answer -> status(answer) == 503)
                .forEach(answer -> answer.header("Retry-After", Integer::parseInt, greaterThan(0)));
    }

    private static void fail(int times, String identifier) {
        for (var i = 0; i < times; i++) {
            signIn(newAddress(), identifier, "wrong password").statusCode(401);
        }
    }

    private static void mustWait(ValidatableResponse answer, int seconds) {
        answer.statusCode(429)
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(seconds - 60), lessThanOrEqualTo(seconds)));
    }

    private static int status(ValidatableResponse answer) {
        return answer.extract().statusCode();
    }

    private long counted() {
        return QuarkusTransaction.requiringNew().call(counts::count);
    }

    private static String newAddress() {
        return "198.18." + (ADDRESSES.get() / 250) + "." + (1 + ADDRESSES.getAndIncrement() % 250);
    }

    private static String unknown() {
        return "nobody-" + UUID.randomUUID();
    }
}
