package com.cactuswealth.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenApiMerge merge = new OpenApiMerge(JSON);

    @Test
    void putsThePathsOfAllServicesTogetherWithoutTheirOperationalOnes() {
        merge.add("auth-service", document("/api/v1/users", "{}"), path -> true);
        merge.add("client-service", document("/q/health", "{}"), path -> true);
        merge.add("client-service", document("/internal", "{}"), path -> !path.equals("/internal"));

        var merged = merge.document(List.of());

        assertThat(merged.get("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(merged.at("/info/title").textValue()).isEqualTo("Cactus API");
        assertThat(merged.get("paths").fieldNames()).toIterable().containsExactly("/api/v1/users");
    }

    @Test
    void keepsEqualSchemasOnce() {
        merge.add("auth-service", document("/a", "{\"Page\":{\"type\":\"object\"}}"), path -> true);
        merge.add("client-service", document("/b", "{\"Page\":{\"type\":\"object\"}}"), path -> true);

        assertThat(merge.document(List.of()).at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("Page");
    }

    @Test
    void givesASchemaOfTheSameNameButAnotherMeaningTheNameOfItsService() {
        merge.add("auth-service", document("/a", "{\"Page\":{\"type\":\"object\"}}"), path -> true);
        merge.add("client-service", document("/b", "{\"Page\":{\"type\":\"array\"}}"), path -> true);

        var merged = merge.document(List.of());

        assertThat(merged.at("/components/schemas/Page/type").textValue()).isEqualTo("object");
        assertThat(merged.at("/components/schemas/ClientServicePage/type").textValue())
                .isEqualTo("array");
        assertThat(merged.at("/paths/~1a/get/schema/$ref").textValue()).isEqualTo(SCHEMAS + "Page");
        assertThat(merged.at("/paths/~1b/get/schema/$ref").textValue()).isEqualTo(SCHEMAS + "ClientServicePage");
    }

    @Test
    void leavesNoReferenceThatLeadsToNothing() {
        merge.add("gateway", document("/a", "{\"Session\":{\"$ref\":\"" + SCHEMAS + "UserView\"}}"), path -> true);
        merge.add("client-service", document("/b", "{\"Page\":{\"type\":\"array\"}}"), path -> true);

        var schemas = merge.document(List.of("auth-service")).at("/components/schemas");

        assertThat(schemas.fieldNames()).toIterable().containsExactly("Session", "Page", "UserView");
        assertThat(schemas.get("UserView")).hasToString("{}");
        assertThat(schemas.at("/Page/type").textValue()).isEqualTo("array");
    }

    @Test
    void renamesWhatLeadsToAClashEvenIfItReadsTheSame() {
        var outer = "\"Outer\":{\"$ref\":\"" + SCHEMAS + "Middle\"},\"Middle\":{\"items\":{\"$ref\":\"" + SCHEMAS
                + "Page\"}}";
        merge.add("auth-service", document("/a", "{" + outer + ",\"Page\":{\"type\":\"object\"}}"), path -> true);
        merge.add("client-service", document("/b", "{" + outer + ",\"Page\":{\"type\":\"array\"}}"), path -> true);

        var schemas = merge.document(List.of()).at("/components/schemas");

        assertThat(schemas.at("/Outer/$ref").textValue()).isEqualTo(SCHEMAS + "Middle");
        assertThat(schemas.at("/ClientServiceOuter/$ref").textValue()).isEqualTo(SCHEMAS + "ClientServiceMiddle");
        assertThat(schemas.at("/ClientServiceMiddle/items/$ref").textValue()).isEqualTo(SCHEMAS + "ClientServicePage");
    }

    @Test
    void knowsOneWayToProveWhoCalls() {
        var part = document("/a", "{}");
        part.withObject("/components")
                .putObject("securitySchemes")
                .putObject("SecurityScheme")
                .put("type", "openIdConnect");
        part.withObject("/paths/~1a/get")
                .putArray("security")
                .addObject()
                .putArray("SecurityScheme")
                .add("ADMIN");
        merge.add("auth-service", part, path -> true);

        var merged = merge.document(List.of());

        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("bearer");
        assertThat(merged.at("/components/securitySchemes/bearer/scheme").textValue())
                .isEqualTo("bearer");
        assertThat(merged.at("/paths/~1a/get/security")).hasToString("[{\"bearer\":[]}]");
    }

    @Test
    void namesTheTagsOnceAndTheServicesThatAreMissing() {
        for (var service : List.of("auth-service", "client-service")) {
            var part = document("/" + service, "{}");
            part.putArray("tags").addObject().put("name", "Operations");
            merge.add(service, part, path -> true);
        }

        var merged = merge.document(List.of("webhook-service"));

        assertThat(merged.get("tags")).hasToString("[{\"name\":\"Operations\"}]");
        assertThat(merged.at("/info/description").textValue()).contains("webhook-service");
    }

    private static ObjectNode document(String path, String schemas) {
        try {
            return (ObjectNode) JSON.readTree("""
                    {"openapi":"3.1.0","paths":{"%s":{"get":{"schema":{"$ref":"#/components/schemas/Page"}}}},
                     "components":{"schemas":%s}}""".formatted(path, schemas));
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException(invalid);
        }
    }
}
