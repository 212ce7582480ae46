package com.cactuswealth.auth.key;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.bearing;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.auth.AuthServers;
import com.cactuswealth.platform.testing.TestIssuer;
import com.cactuswealth.platform.testing.TestUser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AuthServers.class)
class DiscoveryTest {

    @Test
    void discoveryLeadsToTheKeys() {
        anonymous()
                .get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(TestIssuer.ISSUER))
                .body("jwks_uri", equalTo(TestIssuer.ISSUER + "/.well-known/jwks.json"))
                .body("id_token_signing_alg_values_supported[0]", equalTo("ES256"));
    }

    @Test
    void oneKeyIsPublishedWithoutItsPrivatePart() {
        anonymous()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(1))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].x", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("keys[0].y", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void aTokenSignedBySomebodyElseIsRefused() {
        bearing(TestIssuer.token(TestUser.ADMIN)).get("/api/v1/users/me").then().statusCode(401);
    }
}
