package com.cactuswealth.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway with a certificate of its own, as {@code deploy/compose.yaml} runs it. */
@QuarkusTest
@TestProfile(SecureOnlyTest.Certified.class)
@QuarkusTestResource(Suite.class)
class SecureOnlyTest {

    /** The settings of deploy/compose.yaml. */
    public static final class Certified implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cactus.edge.secure-only", "true");
        }
    }

    @TestHTTPResource(tls = true)
    private URI secure;

    @Test
    void plainHttpIsSentToTheSameAddressWithTls() {
        plain().get("/clients/87?tab=notes&q=%C3%B1")
                .then()
                .statusCode(308)
                .header("Location", "https://localhost/clients/87?tab=notes&q=%C3%B1")
                .header("Strict-Transport-Security", nullValue());
        plain().body("{}").post("/api/v1/session").then().statusCode(308);
    }

    @Test
    void healthAndMetricsOfThisMachineStayWhereTheyAre() {
        plain().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        plain().get("/q/metrics").then().statusCode(200).body(containsString("cactus_gateway_latency_seconds"));
        plain().header("X-Forwarded-For", "203.0.113.9")
                .get("/q/metrics")
                .then()
                .statusCode(404);
    }

    @Test
    void withTlsEverythingIsServedAndBrowsersRememberIt() {
        given().relaxedHTTPSValidation()
                .baseUri(secure.toString())
                .get("/")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", containsString("max-age=31536000"))
                .body(containsString("<title>Cactus</title>"));
    }

    private static RequestSpecification plain() {
        return given().urlEncodingEnabled(false).redirects().follow(false);
    }
}
