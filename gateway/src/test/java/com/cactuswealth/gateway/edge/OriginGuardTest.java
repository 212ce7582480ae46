package com.cactuswealth.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway behind CloudFront, as {@code terraform/} puts it there with {@code edge = "cloudfront"}. */
@QuarkusTest
@TestProfile(OriginGuardTest.BehindCloudFront.class)
@QuarkusTestResource(Suite.class)
class OriginGuardTest {

    private static final String SECRET = "0e6a1d3c-5f0b-4d8e-9d5e-3f1f7f0b2a11";

    /** The settings that Terraform's box writes. */
    public static final class BehindCloudFront implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cactus.edge.origin-secret", SECRET, "quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Test
    void whoComesThroughOurCloudFrontIsAnswered() {
        given().header("X-Cactus-Edge", SECRET)
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("<title>Cactus</title>"));
    }

    @Test
    void whoComesByAnotherWayIsRefused() {
        given().header("Accept-Language", "en")
                .get("/")
                .then()
                .statusCode(403)
                .body("detail", equalTo("Come by the suite's own address"));
        given().header("X-Cactus-Edge", SECRET.substring(1)).get("/").then().statusCode(403);
        given().body("{}").post("/api/v1/session").then().statusCode(403);
    }

    @Test
    void theServicesLearnWhomCloudFrontSawAndNotWhatThatOneClaims() {
        given().header("X-Cactus-Edge", SECRET)
                .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                .header("X-Forwarded-Trusted-Proxy", "true")
                .get("/api/v1/clients")
                .then()
                .statusCode(200);

        var seen = Suite.clients().last();
        assertThat(seen.headers().getAll("X-Forwarded-For")).containsExactly("203.0.113.9");
        assertThat(seen.headers().names()).doesNotContain("X-Forwarded-Trusted-Proxy", "X-Cactus-Edge");
    }

    @Test
    void thisMachineStillReadsHealthAndMetrics() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().header("X-Forwarded-For", "203.0.113.9")
                .get("/q/metrics")
                .then()
                .statusCode(404);
    }
}
