package com.cactuswealth.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.cactuswealth.gateway.suite.AuthOrigin;
import com.cactuswealth.gateway.suite.Browser;
import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class SessionTest {

    private static final String REFRESH = "/api/v1/auth/tokens/refresh";
    private static final String REVOKE_ALL = "/api/v1/auth/tokens/revoke-all";
    private static final int NEARLY_OVER = 10;
    private static final int LONG = 300;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void forget() {
        redis.flushall();
        Suite.auth().clear();
        Suite.clients().clear();
        Suite.auth().tokensLast(LONG);
    }

    @Test
    void signingInSetsACookieThatNoScriptAndNoOtherHostCanTouch() {
        var response = Browser.signIn(given(), "ana", AuthOrigin.PASSWORD);

        response.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("user.name", equalTo("Ana"))
                .body(not(containsString("access")));
        assertThat(response.header("Set-Cookie"))
                .matches("__Host-cactus=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void tellsTheAuthServiceWhoSignsIn() {
        Browser.signIn(
                given().header("User-Agent", "Firefox").header("X-Forwarded-For", "6.6.6.6"),
                "ana",
                AuthOrigin.PASSWORD);

        var seen = Suite.auth().seen().getFirst();
        assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.header("User-Agent")).isEqualTo("Firefox");
        assertThat(seen.header("X-Request-Id")).isNotBlank();
    }

    @Test
    void passesRefusalsOfTheAuthServiceOnUnchanged() {
        Browser.signIn(given(), "ana", "wrong")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", endsWith("/wrong-credentials"));
        Browser.signIn(given(), "throttled", "x")
                .then()
                .statusCode(429)
                .header("Retry-After", "42")
                .body("type", endsWith("/too-many-requests"));
        Browser.signIn(given(), "", "x").then().statusCode(400).body("type", endsWith("/invalid-input"));
    }

    @Test
    void takesWhatTheAuthServiceTakesAndNoMore() {
        Browser.signIn(given(), "a".repeat(255), "p".repeat(128))
                .then()
                .statusCode(401)
                .body("type", endsWith("/wrong-credentials"));
        Browser.signIn(given(), "a".repeat(256), "p")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("identifier"));
        Browser.signIn(given(), "a", "p".repeat(129)).then().statusCode(400).body("errors.field", hasItem("password"));
    }

    @Test
    void answersWhatIsNoSignInWithAProblem() {
        for (var body : new String[] {"", "{", "[]", "null", "{\"identifier\":7}"}) {
            given().contentType("application/json")
                    .body(body)
                    .post("/api/v1/session")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/invalid-input"));
        }
        given().contentType("text/plain")
                .body("x")
                .post("/api/v1/session")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().put("/api/v1/session").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void swapsTheCookieForTheAccessTokenAndKeepsItToItself() {
        var browser = Browser.signedIn();

        browser.here().get("/api/v1/clients").then().statusCode(200);

        var seen = Suite.clients().last();
        assertThat(seen.header("Authorization")).startsWith("Bearer access");
        assertThat(seen.header("Cookie")).isEqualTo("theme=dark");
    }

    @Test
    void leavesABearerTokenAsItIsAlsoBesideACookie() {
        var browser = Browser.signedIn();

        browser.bare()
                .header("Authorization", "Bearer mine")
                .post("/api/v1/clients")
                .then()
                .statusCode(200);

        assertThat(Suite.clients().last().header("Authorization")).isEqualTo("Bearer mine");
        assertThat(Suite.clients().last().header("Cookie")).isEqualTo("theme=dark");
    }

    @Test
    void sendsARequestWithNeitherOnWithoutAName() {
        given().get("/api/v1/clients").then().statusCode(200);

        assertThat(Suite.clients().last().headers().contains("Authorization")).isFalse();
    }

    @Test
    void saysWhoIsSignedIn() {
        Browser.signedIn().here().get("/api/v1/session").then().statusCode(200).body("user.id", equalTo("7"));

        given().get("/api/v1/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", endsWith("/unauthenticated"));
    }

    @Test
    void refusesAnUnknownSessionAndTakesItsCookieAway() {
        var stale = new Browser("__Host-cactus=" + "A".repeat(43));

        stale.here()
                .get("/api/v1/clients")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("Set-Cookie", containsString("__Host-cactus=; Max-Age=0"));
        assertThat(Suite.clients().seen()).isEmpty();
    }

    @Test
    void signingInAgainEndsTheOldSessionAndGivesANewId() {
        var first = Browser.signedIn();
        var second = Browser.of(Browser.signIn(first.here(), "ana", AuthOrigin.PASSWORD));

        assertThat(second.cookie()).isNotEqualTo(first.cookie());
        first.here().get("/api/v1/session").then().statusCode(401);
        second.here().get("/api/v1/session").then().statusCode(200);
        assertThat(Suite.auth().count("/api/v1/auth/tokens/revoke")).isEqualTo(1);
    }

    @Test
    void doesNotTakeOverASessionIdThatABrowserWasGiven() {
        var planted = "__Host-cactus=" + "B".repeat(43);

        var browser = Browser.of(Browser.signIn(new Browser(planted).here(), "ana", AuthOrigin.PASSWORD));

        assertThat(browser.cookie()).isNotEqualTo(planted);
        new Browser(planted).here().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheAuthServiceAndMayBeRepeated() {
        var browser = Browser.signedIn();

        browser.here()
                .delete("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("__Host-cactus=; Max-Age=0"));

        assertThat(Suite.auth().count("/api/v1/auth/tokens/revoke")).isEqualTo(1);
        assertThat(redis.key().keys("*")).isEmpty();
        browser.here().get("/api/v1/clients").then().statusCode(401);
        browser.here().delete("/api/v1/session").then().statusCode(204);
        given().delete("/api/v1/session").then().statusCode(204);
        assertThat(Suite.auth().count("/api/v1/auth/tokens/revoke")).isEqualTo(1);
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfTheUserAtOnceAndNobodyElses() {
        var phone = Browser.signedIn();
        var laptop = Browser.signedIn();
        var bruno = Browser.of(Browser.signIn(given(), "bruno", AuthOrigin.PASSWORD));

        laptop.here()
                .delete("/api/v1/session?everywhere=true")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("__Host-cactus=; Max-Age=0"));

        phone.here().get("/api/v1/clients").then().statusCode(401);
        laptop.here().get("/api/v1/session").then().statusCode(401);
        bruno.here().get("/api/v1/session").then().statusCode(200).body("user.id", equalTo("8"));
        assertThat(Suite.clients().seen()).isEmpty();
        laptop.here().delete("/api/v1/session?everywhere=true").then().statusCode(401);
    }

    @Test
    void signingOutEverywhereNeedsASessionAndAPageOfOurs() {
        var browser = Browser.signedIn();

        given().delete("/api/v1/session?everywhere=true")
                .then()
                .statusCode(401)
                .body("type", endsWith("/unauthenticated"));
        browser.bare()
                .header("Sec-Fetch-Site", "cross-site")
                .delete("/api/v1/session?everywhere=true")
                .then()
                .statusCode(403);
        browser.here().get("/api/v1/session").then().statusCode(200);
        assertThat(Suite.auth().count(REVOKE_ALL)).isZero();
    }

    @Test
    void nothingEndsEverywhereWhileTheAuthServiceIsDownAndItMayBeRepeated() {
        var phone = Browser.signedIn();
        var laptop = Browser.signedIn();
        Suite.auth().stop();
        try {
            laptop.here()
                    .delete("/api/v1/session?everywhere=true")
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("auth-service"));
        } finally {
            Suite.auth().start();
        }
        phone.here().get("/api/v1/clients").then().statusCode(200);

        laptop.here().delete("/api/v1/session?everywhere=true").then().statusCode(204);
        phone.here().get("/api/v1/clients").then().statusCode(401);
    }

    @Test
    void aSessionThatAGatewayDiedBeforeEndingLivesNoLongerThanItsAccessToken() {
        Suite.auth().tokensLast(NEARLY_OVER);
        var phone = Browser.signedIn();
        var token = Suite.auth().lastAccessToken();
        Suite.auth().tokensLast(LONG);

        // All that a gateway does that dies in the middle.
        given().header("Authorization", "Bearer " + token)
                .post(REVOKE_ALL)
                .then()
                .statusCode(204);

        phone.here().get("/api/v1/clients").then().statusCode(401);
        assertThat(redis.key().keys("*")).isEmpty();
    }

    @Test
    void refreshesOnceForManyRequestsAtTheSameTime() throws Exception {
        Suite.auth().tokensLast(NEARLY_OVER);
        var browser = Browser.signedIn();
        Suite.auth().tokensLast(LONG);

        var statuses = together(20, () -> browser.here().get("/api/v1/clients").statusCode());

        assertThat(statuses).hasSize(20).containsOnly(200);
        assertThat(Suite.auth().count(REFRESH)).isEqualTo(1);
        var tokens = new HashSet<>(Suite.clients().seen().stream()
                .map(seen -> seen.header("Authorization"))
                .toList());
        assertThat(tokens).hasSize(1);
    }

    @Test
    void keepsWorkingThroughManyRefreshes() {
        Suite.auth().tokensLast(NEARLY_OVER);
        var browser = Browser.signedIn();

        for (var i = 0; i < 5; i++) {
            browser.here().get("/api/v1/clients").then().statusCode(200);
        }

        assertThat(Suite.auth().count(REFRESH)).isEqualTo(5);
        assertThat(redis.key().keys("gateway:session-refresh:*")).isEmpty();
    }

    @Test
    void waitsForTheRefreshOfAnotherGateway() throws Exception {
        Suite.auth().tokensLast(NEARLY_OVER);
        var browser = Browser.signedIn();
        var name = redis.key().keys("gateway:session:*").getFirst().substring("gateway:session:".length());
        redis.value(String.class).psetex("gateway:session-refresh:" + name, 700, "another gateway");
        Suite.auth().tokensLast(LONG);

        var began = System.nanoTime();
        browser.here().get("/api/v1/clients").then().statusCode(200);

        assertThat(System.nanoTime() - began)
                .as("until the lock of the dead gateway ran out")
                .isGreaterThan(300_000_000);
        assertThat(Suite.auth().count(REFRESH)).isEqualTo(1);
    }

    @Test
    void endsTheSessionWhenTheRefreshIsRefused() {
        Suite.auth().tokensLast(NEARLY_OVER);
        var browser = Browser.signedIn();
        Suite.auth().revokeAll();

        browser.here()
                .get("/api/v1/clients")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("Set-Cookie", containsString("Max-Age=0"));

        assertThat(redis.key().keys("*")).isEmpty();
        assertThat(Suite.clients().seen()).isEmpty();
    }

    @Test
    void keepsTheSessionWhenTheAuthServiceIsOnlyDown() {
        Suite.auth().tokensLast(NEARLY_OVER);
        var browser = Browser.signedIn();
        Suite.auth().stop();
        try {
            browser.here().get("/api/v1/clients").then().statusCode(503).body("detail", containsString("auth-service"));
            Browser.signIn(given(), "ana", AuthOrigin.PASSWORD).then().statusCode(503);
        } finally {
            Suite.auth().start();
        }
        browser.here().get("/api/v1/clients").then().statusCode(200);
    }

    @Test
    void keepsNoTokenReadableInRedisAndEndsUnusedSessions() {
        var browser = Browser.signedIn();
        var key = redis.key().keys("gateway:session:*").getFirst();

        var stored = redis.value(String.class).get(key);
        assertThat(key).matches("gateway:session:[0-9a-f]{64}");
        assertThat(browser.cookie()).doesNotContain(key.substring("gateway:session:".length()));
        assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.ISO_8859_1))
                .doesNotContain("access", "refresh");
        assertThat(redis.key().ttl(key)).isBetween(12 * 3600L - 60, 12 * 3600L);
    }

    @Test
    void treatsAnAlteredSessionAsNone() {
        var browser = Browser.signedIn();
        var key = redis.key().keys("gateway:session:*").getFirst();
        var stored = redis.value(String.class).get(key);
        redis.value(String.class).set(key, (stored.startsWith("A") ? "B" : "A") + stored.substring(1));

        browser.here().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void refusesCookiesButNotBearerTokensWhileRedisIsDown() {
        var browser = Browser.signedIn();
        Suite.redis().kill();
        try {
            browser.here()
                    .get("/api/v1/clients")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", endsWith("/service-unavailable"));
            browser.here().get("/api/v1/session").then().statusCode(503);
            given().header("Authorization", "Bearer mine")
                    .get("/api/v1/clients")
                    .then()
                    .statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            Suite.redis().start();
        }
        Browser.signedIn().here().get("/api/v1/clients").then().statusCode(200);
    }

    private static <T> List<T> together(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
