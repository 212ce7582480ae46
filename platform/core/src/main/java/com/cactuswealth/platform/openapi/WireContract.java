package com.cactuswealth.platform.openapi;

import com.cactuswealth.platform.problem.ProblemBody;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes a service's OpenAPI, from which clients generate their types, with what holds everywhere: a property
 * without {@code @NotNull} may be null; an answer has all its properties, those that are null too, while a request may
 * leave them out; and what fails is answered with a problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WireContract implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var responses = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getResponses)
                .toList();
        var answered = new HashSet<String>();
        responses.stream().flatMap(WireContract::bodies).forEach(body -> collect(body, schemas, answered));
        schemas.forEach((name, schema) -> describeNulls(schema, answered.contains(name)));
        responses.forEach(WireContract::describeFailures);
    }

    private static Stream<Schema> bodies(APIResponses responses) {
        return responses.getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }

    /** Collects the names of the schemas to which this one leads. */
    private static void collect(Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema.getRef() == null) {
            parts(schema).forEach(part -> collect(part, schemas, names));
        } else {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (names.add(name) && schemas.containsKey(name)) {
                collect(schemas.get(name), schemas, names);
            }
        }
    }

    private static Stream<Schema> parts(Schema schema) {
        var alternatives = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
        var elements = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                .filter(Objects::nonNull);
        return Stream.of(properties(schema).values().stream(), alternatives, elements)
                .flatMap(parts -> parts);
    }

    private static void describeNulls(Schema schema, boolean answered) {
        var required = Set.copyOf(Objects.requireNonNullElse(schema.getRequired(), List.of()));
        properties(schema).forEach((name, property) -> {
            if (!required.contains(name)) {
                schema.addProperty(name, orNull(property));
                if (answered) {
                    schema.addRequired(name);
                }
            }
        });
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null || schema.getEnumeration() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        if (schema.getType() == null || schema.getType().contains(SchemaType.NULL)) {
            return schema; // Without a type it is any JSON, null included.
        }
        return schema.addType(SchemaType.NULL);
    }

    private static Map<String, Schema> properties(Schema schema) {
        return new LinkedHashMap<>(Objects.requireNonNullElse(schema.getProperties(), Map.of()));
    }

    /** Every operation can fail in more ways than it lists. */
    private static void describeFailures(APIResponses responses) {
        responses.addAPIResponse("default", OASFactory.createAPIResponse().description("Any other failure"));
        responses.getAPIResponses().forEach((status, response) -> {
            if (response.getContent() == null && !status.matches("[123]..")) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                ProblemBody.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
            }
        });
    }
}
