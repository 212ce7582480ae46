package com.cactuswealth.auth.signin;

import static com.cactuswealth.auth.People.PASSWORD;
import static com.cactuswealth.auth.People.refresh;
import static com.cactuswealth.auth.People.refreshToken;
import static com.cactuswealth.auth.People.registered;
import static com.cactuswealth.auth.People.revoke;
import static com.cactuswealth.auth.People.signIn;
import static com.cactuswealth.platform.testing.As.bearing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.auth.MovingClock;
import com.cactuswealth.auth.Parallel;
import com.cactuswealth.auth.People;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AuthServers.class)
class RefreshTest {

    @Inject
    MovingClock clock;

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        var ana = registered("ADVISOR", null);
        var first = refreshToken(signIn(ana.username(), PASSWORD));
        var renewed = refresh(first).statusCode(200);
        var second = refreshToken(renewed);

        assertThat(second).isNotEqualTo(first);
        bearing(renewed.extract().path("accessToken"))
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(ana.id().toString()));
        refresh(second).statusCode(200);
    }

    @Test
    void aSignInEndsAfterItsLongestLifetimeHoweverOftenItIsRefreshed() {
        var token = signedIn();
        for (var day = 6; day <= 24; day += 6) {
            clock.advance(Duration.ofDays(6));
            token = refreshToken(refresh(token).statusCode(200));
        }
        clock.advance(Duration.ofDays(6).minusHours(1));
        token = refreshToken(refresh(token).statusCode(200));
        clock.advance(Duration.ofHours(1));
        refresh(token).statusCode(401);
    }

    @Test
    void aSignInEndsWhenItIsNotUsedForAWeek() {
        var token = signedIn();
        clock.advance(Duration.ofDays(7).minusHours(1));
        token = refreshToken(refresh(token).statusCode(200));
        clock.advance(Duration.ofDays(7));
        refresh(token).statusCode(401);
    }

    @Test
    void whoseAnswerWasLostGetsTheSameSuccessorForSomeSeconds() {
        var first = signedIn();
        var lost = refreshToken(refresh(first).statusCode(200));
        clock.advance(Duration.ofSeconds(5));
        var again = refresh(first).statusCode(200);

        assertThat(refreshToken(again)).isEqualTo(lost);
        bearing(again.extract().path("accessToken"))
                .get("/api/v1/users/me")
                .then()
                .statusCode(200);
        refresh(lost).statusCode(200);
    }

    @Test
    void programsThatRefreshAtOnceGetTheSameSuccessor() throws Exception {
        var token = signedIn();
        var answers = Parallel.ask(8, number -> refresh(token).statusCode(200));

        var successors = answers.stream().map(People::refreshToken).distinct().toList();
        assertThat(successors).hasSize(1);
        refresh(successors.getFirst()).statusCode(200);
    }

    @Test
    void usingARefreshTokenAgainLaterEndsTheWholeSignIn() {
        var ana = registered("ADVISOR", null);
        var stolen = refreshToken(signIn(ana.username(), PASSWORD));
        var current = refreshToken(refresh(stolen).statusCode(200));
        var otherSignIn = refreshToken(signIn(ana.username(), PASSWORD));

        clock.advance(Duration.ofSeconds(11));
        refresh(stolen).statusCode(401);
        refresh(current).statusCode(401);
        refresh(otherSignIn).statusCode(200);
    }

    @Test
    void onlyTheLastTokenIsGivenItsSuccessorAgain() {
        var first = signedIn();
        var second = refreshToken(refresh(first).statusCode(200));
        var third = refreshToken(refresh(second).statusCode(200));

        refresh(first).statusCode(401);
        refresh(third).statusCode(401);
    }

    @Test
    void aTokenThatWasSignedOutIsNotGivenItsSuccessorAgain() {
        var first = signedIn();
        var second = refreshToken(refresh(first).statusCode(200));
        revoke(second).statusCode(204);
        refresh(first).statusCode(401);
    }

    /** More than the pool has connections: had each its row locked, none could read the key with a second one. */
    @Test
    void manyRefreshWhileTheSigningKeyIsReadAnew() throws Exception {
        var tokens = IntStream.range(0, 12).mapToObj(i -> signedIn()).toList();
        clock.advance(Duration.ofMinutes(2));

        var statuses =
                Parallel.ask(12, number -> refresh(tokens.get(number)).extract().statusCode());

        assertThat(statuses).isEqualTo(Collections.nCopies(12, 200));
    }

    private static String signedIn() {
        return refreshToken(signIn(registered("ADVISOR", null).username(), PASSWORD));
    }
}
