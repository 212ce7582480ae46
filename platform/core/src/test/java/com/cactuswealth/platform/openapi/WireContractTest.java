package com.cactuswealth.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.platform.money.Money;
import com.cactuswealth.platform.paging.Page;
import com.cactuswealth.platform.patch.MergePatch;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WireContractTest {

    enum Shape {
        COLUMNAR,
        GLOBULAR
    }

    record PlantRequest(@NotNull String name, Shape shape, Money price) {}

    record PlantView(
            @NotNull UUID id,
            @NotNull String name,
            @NotNull boolean alive,
            Integer height,
            Shape shape,
            Money price,
            List<String> labels,
            JsonNode soil,
            @NotNull List<Watering> waterings) {}

    record PottedPlant(@NotNull UUID id, @NotNull int version) {}

    record Watering(@NotNull LocalDate day, String remark) {}

    @Path("/plants")
    public static class PlantResource {

        @POST
        @RolesAllowed("ADMIN")
        public PlantView add(PlantRequest request) {
            return null;
        }

        @GET
        public Page<PlantView> list() {
            return new Page<>(List.of(), null, 0);
        }

        @PATCH
        @Path("/{id}")
        @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
        @APIResponse(responseCode = "200", description = "The changed plant")
        @APIResponse(responseCode = "409", description = "The name is taken")
        public PottedPlant change(
                @RestPath UUID id,
                @RestHeader("If-Match") String ifMatch,
                @RequestBodySchema(PlantRequest.class) JsonNode patch) {
            return null;
        }

        @POST
        @Path("/pots")
        @APIResponseSchema(responseCode = "201", value = PottedPlant.class)
        @Produces("application/json")
        public RestResponse<PottedPlant> pot(PlantRequest request) {
            return null;
        }

        @POST
        @Path("/watering")
        public void water() {}

        @GET
        @Path("/{shape}/{id}")
        public PlantView one(@RestPath Shape shape, @RestPath UUID id) {
            return null;
        }
    }

    @Test
    void anAnswerHasAllItsPropertiesAndSomeMayBeNull() {
        document()
                .body(
                        schema("PlantView.required"),
                        containsInAnyOrder(
                                "id", "name", "alive", "height", "shape", "price", "labels", "soil", "waterings"))
                .body(schema("PlantView.properties.name.type"), equalTo("string"))
                .body(schema("PlantView.properties.alive.type"), equalTo("boolean"))
                .body(schema("PlantView.properties.height.type"), contains("integer", "null"))
                .body(schema("PlantView.properties.labels.type"), contains("array", "null"))
                .body(schema("PlantView.properties.id.'$ref'"), equalTo(reference("UUID")))
                .body(schema("PlantView.properties.shape.anyOf[0].'$ref'"), equalTo(reference("Shape")))
                .body(schema("PlantView.properties.shape.anyOf[1].type"), equalTo("null"))
                .body(schema("PlantView.properties.price.anyOf[0].'$ref'"), equalTo(reference("Money")))
                .body(schema("Watering.required"), containsInAnyOrder("day", "remark"))
                .body(schema("Watering.properties.remark.type"), contains("string", "null"));
    }

    @Test
    void aRequestMayLeaveOutWhatMayBeNull() {
        document()
                .body(schema("PlantRequest.required"), contains("name"))
                .body(schema("PlantRequest.properties.name.type"), equalTo("string"))
                .body(schema("PlantRequest.properties.shape.anyOf[1].type"), equalTo("null"));
    }

    @Test
    void whatServicesShareIsDescribedOnce() {
        document()
                .body(schema("Shape.enum"), contains("COLUMNAR", "GLOBULAR"))
                .body(schema("Money.required"), containsInAnyOrder("amount", "currency"))
                .body(schema("Money.properties.amount.type"), equalTo("string"))
                .body(schema("PagePlantView.required"), containsInAnyOrder("items", "nextCursor", "total"))
                .body(schema("PagePlantView.properties.nextCursor.type"), contains("string", "null"))
                .body(schema("PagePlantView.properties.items.items.'$ref'"), equalTo(reference("PlantView")));
    }

    @Test
    void anyJsonIsAnyJson() {
        document()
                .body(schema("PlantView.properties.soil.type"), nullValue())
                .body("components.schemas", not(hasKey("JsonNode")));
    }

    @Test
    void pathParametersHaveTheirTypes() {
        var path = "paths.'/plants/{shape}/{id}'.get.parameters.find { it.name == '%s' }.schema.'$ref'";
        document()
                .body(path.formatted("shape"), equalTo(reference("Shape")))
                .body(path.formatted("id"), equalTo(reference("UUID")));
    }

    @Test
    void aRequestHasNoPropertiesButItsOwn() {
        document()
                .body(schema("PlantRequest.additionalProperties"), equalTo(false))
                .body(schema("PlantView.additionalProperties"), nullValue());
    }

    @Test
    void aPatchMayLeaveOutEverything() {
        document()
                .body(
                        operation("/plants/{id}", "patch")
                                + ".requestBody.content.'application/merge-patch+json'.schema.'$ref'",
                        equalTo(reference("PlantPatch")))
                .body(schema("PlantPatch.required"), nullValue())
                .body(schema("PlantPatch.properties.name.type"), equalTo("string"))
                .body(schema("PlantPatch.properties.shape.anyOf[1].type"), equalTo("null"));
    }

    @Test
    void anOperationIsCalledAfterItsResourceAndMethod() {
        document()
                .body(operation("/plants", "post") + ".operationId", equalTo("plantAdd"))
                .body(operation("/plants/{shape}/{id}", "get") + ".operationId", equalTo("plantOne"));
    }

    @Test
    void anOperationCanFailInTheWaysThatItsPartsImply() {
        document()
                .body(failures("/plants", "get"), contains("503"))
                .body(failures("/plants", "post"), containsInAnyOrder("400", "401", "403", "413", "415", "503"))
                .body(
                        failures("/plants/{id}", "patch"),
                        containsInAnyOrder("400", "404", "409", "412", "413", "415", "503"))
                .body(failures("/plants/{shape}/{id}", "get"), containsInAnyOrder("400", "404", "503"));
    }

    @Test
    void whatFailsIsAProblemThatIsDescribedOnce() {
        var content = ".content.'application/problem+json'.schema.'$ref'";
        document()
                .body(
                        operation("/plants", "post") + ".responses.'403'.'$ref'",
                        equalTo("#/components/responses/Forbidden"))
                .body("components.responses.Forbidden" + content, equalTo(reference("Problem")))
                .body(
                        "components.responses.Unavailable.headers.'Retry-After'.'$ref'",
                        equalTo("#/components/headers/Retry-After"))
                .body(operation("/plants/{id}", "patch") + ".responses.'409'.description", equalTo("The name is taken"))
                .body(operation("/plants/{id}", "patch") + ".responses.'409'" + content, equalTo(reference("Problem")))
                .body(schema("Problem.required"), containsInAnyOrder("type", "title", "status"))
                .body(schema("FieldError.required"), containsInAnyOrder("field", "code", "message"));
    }

    @Test
    void whatIsCreatedHasALocationAndWhatHasAVersionAnETag() {
        document()
                .body(
                        operation("/plants/pots", "post") + ".responses.'201'.headers.keySet()",
                        containsInAnyOrder("Location", "ETag"))
                .body(operation("/plants/{id}", "patch") + ".responses.'200'.headers.keySet()", contains("ETag"))
                .body(operation("/plants", "get") + ".responses.'200'.headers", nullValue());
    }

    @Test
    void whatAnswersNothingIsAnswered204() {
        document()
                .body(operation("/plants/watering", "post") + ".responses.keySet()", containsInAnyOrder("204", "503"));
    }

    private static String operation(String path, String method) {
        return "paths.'" + path + "'." + method;
    }

    private static String failures(String path, String method) {
        return operation(path, method) + ".responses.keySet().findAll { it >= '400' }";
    }

    private static ValidatableResponse document() {
        return given().get("/q/openapi?format=json").then().statusCode(200);
    }

    private static String schema(String path) {
        return "components.schemas." + path;
    }

    private static String reference(String schema) {
        return "#/components/schemas/" + schema;
    }
}
