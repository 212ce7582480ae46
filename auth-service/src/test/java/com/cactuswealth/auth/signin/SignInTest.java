package com.cactuswealth.auth.signin;

import static com.cactuswealth.auth.People.PASSWORD;
import static com.cactuswealth.auth.People.accessToken;
import static com.cactuswealth.auth.People.admin;
import static com.cactuswealth.auth.People.inSpanish;
import static com.cactuswealth.auth.People.refresh;
import static com.cactuswealth.auth.People.refreshToken;
import static com.cactuswealth.auth.People.registered;
import static com.cactuswealth.auth.People.request;
import static com.cactuswealth.auth.People.revoke;
import static com.cactuswealth.auth.People.signIn;
import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.bearing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.platform.testing.TestIssuer;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AuthServers.class)
class SignInTest {

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
        assertThat(wrong.get("detail")).isEqualTo("Wrong identifier or password");
    }

    @Test
    void whoReadsSpanishIsRefusedInSpanish() {
        inSpanish()
                .body(Map.of("identifier", "nadie", "password", "una contraseña"))
                .post("/api/v1/auth/tokens")
                .then()
                .statusCode(401)
                .body("detail", equalTo("Usuario o contraseña incorrectos"));
        inSpanish()
                .body(Map.of("refreshToken", "inventado"))
                .post("/api/v1/auth/tokens/refresh")
                .then()
                .statusCode(401)
                .body("detail", equalTo("El token de renovación ya no es válido"));
    }

    @Test
    void anEmailAddressIsTheSameHoweverItsAccentsAreWritten() {
        var composed = "jos\u00e9-" + UUID.randomUUID() + "@cactus.test";
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        var jose = request("jose-" + UUID.randomUUID().toString().substring(0, 8), "ADVISOR");
        jose.put("email", decomposed.toUpperCase(Locale.ROOT));
        admin().body(jose).post("/api/v1/users").then().statusCode(201).body("email", equalTo(composed));

        signIn(composed, PASSWORD).statusCode(200);
        signIn(decomposed.toUpperCase(Locale.ROOT), PASSWORD).statusCode(200);
        jose.put("username", "other-" + UUID.randomUUID().toString().substring(0, 8));
        jose.put("email", composed);
        admin().body(jose).post("/api/v1/users").then().statusCode(409).body("errors[0].field", equalTo("email"));
    }

    @Test
    void anIdentifierThatCannotBeAnyonesIsRefused() {
        for (var identifier : List.of("an\\u0000a", "an\\ud800a")) {
            anonymous()
                    .body("{\"identifier\":\"" + identifier + "\",\"password\":\"una contraseña\"}")
                    .post("/api/v1/auth/tokens")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("identifier"));
        }
    }

    @Test
    void onlyJsonIsRead() {
        for (var path : List.of("", "/refresh", "/revoke")) {
            anonymous()
                    .contentType("text/plain")
                    .body("{\"refreshToken\":\"x\",\"identifier\":\"x\",\"password\":\"x\"}")
                    .post("/api/v1/auth/tokens" + path)
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("status", equalTo(415));
        }
    }

    @Test
    void theContractSaysThatSigningOutEverywhereAnswersWithoutContent() {
        anonymous()
                .get("/q/openapi?format=json")
                .then()
                .body("paths.'/api/v1/auth/tokens/revoke-all'.post.responses", hasKey("204"))
                .body("paths.'/api/v1/auth/tokens/revoke-all'.post.responses", not(hasKey("201")));
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
    void signingOutEndsTheSignInAndMayBeRepeated() {
        var token = refreshToken(signIn(registered("ADVISOR", null).username(), PASSWORD));

        for (var round = 0; round < 2; round++) {
            revoke(token).statusCode(204);
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

    private static Map<String, Object> problem(ValidatableResponse response) {
        var body = response.extract().jsonPath().<String, Object>getMap("");
        body.remove("requestId");
        return body;
    }
}
