package com.cactuswealth.webhooks.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The published contract agrees with what Jackson makes of unwrapped and raw values. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ContractTest {

    @Test
    void aDeliveryInDetailIsADeliveryWithItsBodyAndLog() {
        var detail = "components.schemas.DeliveryDetail.";
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(detail + "properties", not(hasKey("delivery")))
                .body(detail + "required", hasItems("id", "state", "lastStatus", "body", "log"))
                .body(detail + "properties.id.'$ref'", equalTo("#/components/schemas/UUID"))
                .body(detail + "properties.state.'$ref'", equalTo("#/components/schemas/DeliveryState"))
                .body(detail + "properties.lastStatus.type", contains("integer", "null"))
                .body(detail + "properties.body.'$ref'", equalTo("#/components/schemas/Json"))
                .body("components.schemas.Json.type", nullValue())
                .body(detail + "properties.log.items.'$ref'", equalTo("#/components/schemas/AttemptView"))
                .body("components.schemas.AttemptView.properties.queueMillis.type", equalTo("number"))
                .body("components.schemas.AttemptView.properties.firstByteMillis.type", contains("number", "null"));
    }

    @Test
    void whatIsMadeOrAcceptedSaysSo() {
        var schema = ".content.'application/json'.schema.'$ref'";
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/api/v1/webhooks/endpoints'.post.responses.'201'" + schema,
                        equalTo("#/components/schemas/EndpointView"))
                .body("paths.'/api/v1/webhooks/endpoints'.post.responses", not(hasKey("200")))
                .body(
                        "paths.'/api/v1/webhooks/endpoints/{id}/test'.post.responses.'202'" + schema,
                        equalTo("#/components/schemas/DeliveryView"));
    }
}
