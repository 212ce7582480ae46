package com.cactuswealth.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks every operation of a contract for what it refuses, in both languages, and holds every sentence of every answer
 * against the catalogues.
 */
public final class RefusalWalk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final List<String> WRONG_VALUES = List.of("nonsense", "%00", "-1");
    private static final List<String> WRONG_BODIES =
            List.of("", "nonsense", "[]", "null", "{}", "{\"nonsense\":1}", "{\"a\":1,\"a\":2}", "{}{}");
    private static final List<String> WRONG_PROPERTIES = List.of("{\"wrong\":true}", "\"\\u0000\"", "null");

    private final Catalogue catalogue;
    private final Supplier<RequestSpecification> requests;
    private final String token;
    private int refusals;

    /** @param requests begins a request to whoever serves the contract */
    public RefusalWalk(Catalogue catalogue, Supplier<RequestSpecification> requests, String token) {
        this.catalogue = catalogue;
        this.requests = requests;
        this.token = token;
    }

    /** How many refusals it heard. */
    public int over(String contract) throws Exception {
        var document = JSON.readTree(contract);
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    for (var language : Catalogue.LANGUAGES) {
                        new Operation(document, path.getKey(), operation.getKey(), operation.getValue(), language)
                                .walk();
                    }
                }
            }
        }
        return refusals;
    }

    private final class Operation {

        private final JsonNode document;
        private final String template;
        private final String method;
        private final JsonNode description;
        private final String language;

        Operation(JsonNode document, String template, String method, JsonNode description, String language) {
            this.document = document;
            this.template = template;
            this.method = method;
            this.description = description;
            this.language = language;
        }

        void walk() {
            var path = at(UUID.randomUUID().toString());
            check(request().request(method, path));
            check(signedIn()
                    .header("Content-Type", "text/plain")
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .request(method, path));
            check(signedIn().header("Accept", "text/csv").request(method, path));
            check(signedIn().request("TRACE", path));
            if (!path.equals(template)) {
                check(signedIn().request(method, path));
                WRONG_VALUES.forEach(value -> check(signedIn().request(method, at(value))));
            }
            for (var parameter : description.path("parameters")) {
                var name = parameter.path("name").asText();
                switch (parameter.path("in").asText()) {
                    case "query" ->
                        WRONG_VALUES.forEach(
                                value -> check(signedIn().request(method, path + "?" + name + "=" + value)));
                    case "header" -> check(signedIn().header(name, "nonsense").request(method, path));
                    default -> {}
                }
            }
            for (var content : description.path("requestBody").path("content").properties()) {
                bodies(content.getValue().path("schema"))
                        .forEach(body -> check(signedIn()
                                .header("Content-Type", content.getKey())
                                .body(body.getBytes(StandardCharsets.UTF_8))
                                .request(method, path)));
            }
        }

        private List<String> bodies(JsonNode schema) {
            var bodies = new ArrayList<>(WRONG_BODIES);
            resolved(schema)
                    .path("properties")
                    .properties()
                    .forEach(property -> WRONG_PROPERTIES.forEach(
                            value -> bodies.add("{\"" + property.getKey() + "\":" + value + "}")));
            return bodies;
        }

        private JsonNode resolved(JsonNode schema) {
            var reference = schema.path("$ref").asText();
            return reference.isEmpty() ? schema : document.at(reference.substring(1));
        }

        private String at(String value) {
            return template.replaceAll("\\{[^}]+}", value);
        }

        private RequestSpecification request() {
            return requests.get().urlEncodingEnabled(false).header("Accept-Language", language);
        }

        private RequestSpecification signedIn() {
            return request().auth().oauth2(token);
        }

        private void check(Response answer) {
            var place = method + " " + template + " in " + language + ": " + answer.asString();
            assertThat(answer.statusCode()).as(place).isLessThan(500);
            if (answer.statusCode() < 400) {
                return;
            }
            refusals++;
            assertThat(answer.contentType()).as(place).isEqualTo("application/problem+json");
            var problem = answer.jsonPath();
            says(problem.getString("title"), place);
            if (problem.getString("detail") != null) {
                says(problem.getString("detail"), place);
            }
            List<Map<String, Object>> errors = problem.getList("errors");
            if (errors != null) {
                errors.forEach(error -> says((String) error.get("message"), place));
            }
        }

        private void says(String sentence, String place) {
            assertThat(catalogue.has(language, sentence)).as(place).isTrue();
        }
    }
}
