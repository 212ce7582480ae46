package com.cactuswealth.auth.signin;

import static com.cactuswealth.auth.People.PASSWORD;
import static com.cactuswealth.auth.People.accessToken;
import static com.cactuswealth.auth.People.registered;
import static com.cactuswealth.auth.People.signIn;
import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.bearing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.platform.testing.TestIssuer;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AuthServers.class)
class SignInTest {

    @Inject
    RedisDataSource redis;

    @Test
    void emailAndUsernameBothSignInWhateverTheirCase() {
        var ana = registered("ADVISOR", null);

        signIn(ana.username(), PASSWORD)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(300));
        signIn((ana.username() + "@CACTUS.test").toUpperCase(Locale.ROOT), PASSWORD)
                .statusCode(200);
    }

    @Test
    void theAccessTokenSaysWhoAndWhatForHowLong() throws IOException {
        var ana = registered("ADVISOR", null);
        String token = signIn(ana.username(), PASSWORD).extract().path("accessToken");
        var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));

        assertThat(claims.path("iss").asText()).isEqualTo(TestIssuer.ISSUER);
        assertThat(claims.path("aud").asText()).isEqualTo("cactus");
        assertThat(claims.path("sub").asText()).isEqualTo(ana.id().toString());
        assertThat(claims.path("groups").get(0).asText()).isEqualTo("ADVISOR");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("jti").asText()).isNotBlank();
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountHearTheSame() {
        var ana = registered("ADVISOR", null);

        var wrong = problem(signIn(ana.username(), "wrong password"));
        var unknown = problem(signIn("nobody-" + ana.username(), "wrong password"));
        assertThat(wrong).isEqualTo(unknown);
        assertThat(wrong.get("status")).isEqualTo(401);
    }

    @Test
    void tooManyFailuresMakeAnAccountWaitWhetherItExistsOrNot() {
        for (var identifier : new String[] {registered("ADVISOR", null).username(), "unknown-account"}) {
            IntStream.range(0, 3)
                    .forEach(i -> signIn(identifier, "wrong password").statusCode(401));
            signIn(identifier, PASSWORD).statusCode(429).header("Retry-After", Integer::parseInt, greaterThan((int)
                    Duration.ofMinutes(14).toSeconds()));
        }
    }

    @Test
    void aCountWithoutAnEndGetsOneSoThatNobodyWaitsForEver() {
        var ana = registered("ADVISOR", null);
        redis.value(Long.class).set("cactus:sign-in:attempts:" + ana.username(), 10L);
        signIn(ana.username(), PASSWORD).statusCode(429);
        signIn(ana.username(), PASSWORD).statusCode(429).header("Retry-After", Integer::parseInt, greaterThan((int)
                Duration.ofMinutes(14).toSeconds()));
    }

    @Test
    void aSuccessForgetsEarlierFailures() {
        var ana = registered("ADVISOR", null);
        for (var round = 0; round < 3; round++) {
            signIn(ana.username(), "wrong password").statusCode(401);
            signIn(ana.username(), PASSWORD).statusCode(200);
        }
    }

    @Test
    void missingFieldsAreNamed() {
        anonymous()
                .body("{}")
                .post("/api/v1/auth/tokens")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("identifier", "password"));
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
    void usingARefreshTokenTwiceEndsTheWholeSignIn() {
        var ana = registered("ADVISOR", null);
        var stolen = refreshToken(signIn(ana.username(), PASSWORD));
        var current = refreshToken(refresh(stolen).statusCode(200));
        var otherSignIn = refreshToken(signIn(ana.username(), PASSWORD));

        refresh(stolen).statusCode(401);
        refresh(current).statusCode(401);
        refresh(otherSignIn).statusCode(200);
    }

    @Test
    void ofManyParallelRefreshesOneWins() throws Exception {
        var token = refreshToken(signIn(registered("ADVISOR", null).username(), PASSWORD));
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> refresh = () -> refresh(token).extract().statusCode();
            var statuses = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> refresh).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status != 200)
                    .containsOnly(401);
        }
    }

    @Test
    void signingOutEndsTheSignInAndMayBeRepeated() {
        var token = refreshToken(signIn(registered("ADVISOR", null).username(), PASSWORD));

        for (var round = 0; round < 2; round++) {
            anonymous()
                    .body(Map.of("refreshToken", token))
                    .post("/api/v1/auth/tokens/revoke")
                    .then()
                    .statusCode(204);
        }
        refresh(token).statusCode(401);
    }

    @Test
    void signingOutEverywhereEndsEverySignInOfTheCallerAndOfNobodyElse() {
        var ana = registered("ADVISOR", null);
        var bruno = refreshToken(signIn(registered("ADVISOR", null).username(), PASSWORD));
        var phone = refreshToken(signIn(ana.username(), PASSWORD));
        var laptop = refreshToken(refresh(refreshToken(signIn(ana.username(), PASSWORD))));

        for (var round = 0; round < 2; round++) {
            ana.asks().post("/api/v1/auth/tokens/revoke-all").then().statusCode(204);
        }

        refresh(phone).statusCode(401);
        refresh(laptop).statusCode(401);
        refresh(bruno).statusCode(200);
        refresh(refreshToken(signIn(ana.username(), PASSWORD))).statusCode(200);
    }

    @Test
    void nobodyIsSignedOutEverywhereWithoutAnAccessToken() {
        var token = refreshToken(signIn(registered("ADVISOR", null).username(), PASSWORD));

        anonymous()
                .body(Map.of("refreshToken", token))
                .post("/api/v1/auth/tokens/revoke-all")
                .then()
                .statusCode(401);
        refresh(token).statusCode(200);
    }

    @Test
    void aRefreshThatRacesWithSigningOutEverywhereLeavesNothing() throws Exception {
        var ana = registered("ADVISOR", null);
        var access = accessToken(ana.username(), PASSWORD);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 10; round++) {
                var token = refreshToken(signIn(ana.username(), PASSWORD));
                var refreshed = threads.submit(() -> refresh(token).extract());
                var revoked = threads.submit(() -> bearing(access)
                        .post("/api/v1/auth/tokens/revoke-all")
                        .then()
                        .statusCode(204));
                revoked.get();
                if (refreshed.get().statusCode() == 200) {
                    refresh(refreshed.get().path("refreshToken")).statusCode(401);
                }
            }
        }
    }

    @Test
    void onlyTheWaysInThatThereAreAreOffered() {
        anonymous()
                .get("/api/v1/auth/methods")
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("password", true, "google", false, "passkey", false)));
    }

    private static ValidatableResponse refresh(String token) {
        return anonymous()
                .body(Map.of("refreshToken", token))
                .post("/api/v1/auth/tokens/refresh")
                .then();
    }

    private static String refreshToken(ValidatableResponse response) {
        return response.extract().path("refreshToken");
    }

    private static Map<String, Object> problem(ValidatableResponse response) {
        var body = response.extract().jsonPath().<String, Object>getMap("");
        body.remove("requestId");
        return body;
    }
}
