package com.cactuswealth.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.cactuswealth.gateway.suite.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class DocsTest {

    @Test
    void describesTheWholeApiAndSaysWhatIsMissing() {
        Suite.clients().openApiIs("""
                {"openapi":"3.1.0","paths":{
                  "/api/v1/clients":{"get":{"summary":"List"}},
                  "/api/v1/users":{"get":{"summary":"Not ours"}},
                  "/api/v1/dead-letters/{service}":{"get":{"summary":"List dead letters"}},
                  "/q/dead-letters":{"get":{}}}}""");
        Suite.auth().openApiIs("""
                {"openapi":"3.1.0","paths":{},
                 "components":{"schemas":{"UserView":{"properties":{"email":{"type":"string"}}}}}}""");
        Suite.webhooks().stop();
        try {
            await().untilAsserted(() -> given().get("/openapi.json")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("openapi", equalTo("3.1.0"))
                    .body("info.title", equalTo("Cactus API"))
                    .body("info.description", containsString("webhook-service"))
                    .body("paths.'/api/v1/clients'.get.summary", equalTo("List"))
                    .body("paths.'/api/v1/session'.post.summary", equalTo("Sign in"))
                    .body("paths.'/api/v1/dead-letters/{service}'.get.summary", equalTo("List dead letters"))
                    .body("paths.'/health'", hasKey("get"))
                    .body("paths", not(hasKey("/api/v1/users")))
                    .body("paths", not(hasKey("/q/dead-letters")))
                    .body("components.schemas.Session.required", contains("user"))
                    .body("components.schemas.Session.properties.user.'$ref'", equalTo("#/components/schemas/UserView"))
                    .body("components.schemas.UserView.properties", hasKey("email")));
        } finally {
            Suite.webhooks().start();
        }
        await().untilAsserted(() ->
                given().get("/openapi.json").then().body("info.description", not(containsString("webhook-service"))));
    }
}
