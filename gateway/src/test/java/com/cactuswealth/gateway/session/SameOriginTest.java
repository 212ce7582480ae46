package com.cactuswealth.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.gateway.suite.AuthOrigin;
import com.cactuswealth.gateway.suite.Browser;
import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class SameOriginTest {

    private static final String HOST = "cactus.example";

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.signedIn();
        Suite.clients().clear();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    same-origin, , 200
                    same-origin, http://evil.example, 200
                    same-site, , 403
                    cross-site, , 403
                    none, , 403
                    cross-site, http://cactus.example, 403
                    , http://cactus.example, 200
                    , http://cactus.example:80, 200
                    , https://cactus.example, 403
                    , http://cactus.example:81, 403
                    , http://evil.example, 403
                    , http://cactus.example.evil.example, 403
                    , null, 403
                    , not an origin, 403
                    , , 403
                    """)
    void letsAChangeByCookiePassOnlyWhenItProvablyComesFromOurPages(String site, String origin, int status) {
        var response = from(browser.bare(), site, origin).body("{}").post("/api/v1/clients");

        response.then().statusCode(status);
        assertThat(Suite.clients().seen()).hasSize(status == 200 ? 1 : 0);
        if (status == 403) {
            response.then()
                    .contentType("application/problem+json")
                    .body("type", endsWith("/cross-site-request"))
                    .body("status", equalTo(403));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST"})
    void guardsEveryMethodThatChanges(String method) {
        from(browser.bare(), "cross-site", null)
                .request(method, "/api/v1/clients/7")
                .then()
                .statusCode(403);
        from(browser.bare(), "same-origin", null)
                .request(method, "/api/v1/clients/7")
                .then()
                .statusCode(200);
    }

    @Test
    void letsReadsPassFromAnywhere() {
        from(browser.bare(), "cross-site", "http://evil.example")
                .get("/api/v1/clients")
                .then()
                .statusCode(200);
        browser.bare().head("/api/v1/clients").then().statusCode(200);
    }

    @Test
    void hasNothingAgainstBearerTokensFromAnywhere() {
        from(given(), "cross-site", "http://evil.example")
                .header("Authorization", "Bearer mine")
                .post("/api/v1/clients")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    , , 200
                    same-origin, , 200
                    , http://cactus.example, 200
                    cross-site, , 403
                    same-site, , 403
                    , http://evil.example, 403
                    """)
    void doesNotLetAnotherSiteSignSomeoneIn(String site, String origin, int status) {
        Browser.signIn(from(given(), site, origin), "ana", AuthOrigin.PASSWORD)
                .then()
                .statusCode(status);
    }

    @Test
    void doesNotLetAnotherSiteSignSomeoneOut() {
        from(browser.bare(), "cross-site", null)
                .delete("/api/v1/session")
                .then()
                .statusCode(403);
        browser.bare().get("/api/v1/session").then().statusCode(200);
    }

    private static RequestSpecification from(RequestSpecification request, String site, String origin) {
        request.header("Host", HOST);
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        return origin == null ? request : request.header("Origin", origin);
    }
}
