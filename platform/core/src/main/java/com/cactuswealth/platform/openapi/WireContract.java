package com.cactuswealth.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes a service's OpenAPI, from which clients generate their types, with what holds everywhere:
 *
 * <ul>
 *   <li>a property without {@code @NotNull} may be null; an answer has all its properties, those that are null too, while a
 *       request may leave them out but has no others; a merge patch may leave out all;
 *   <li>an operation is called after its resource and method;
 *   <li>what fails is answered with a problem, in the ways that the operation's parts imply: with a body it can be too
 *       large, with a path parameter it can find nothing, and so on (see {@link Failure}). What only one operation knows,
 *       such as a conflict, is said there by {@code @APIResponse};
 *   <li>what is created has a {@code Location}, and what has a version an {@code ETag}.
 * </ul>
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WireContract implements OASFilter {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    /** As SmallRye writes it: {@code ClientResource_create}. */
    private static final Pattern OPERATION_ID = Pattern.compile("(?:.*\\$)?(\\w+?)(?:Resource)?_(\\w+)");

    /** The descriptions that SmallRye gives to answers which no annotation describes. */
    private static final Set<String> IMPLIED = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var operations = document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(all -> all.values().stream())
                .toList();
        operations.forEach(WireContract::correctEmptyAnswers);
        var schemas = document.getComponents().getSchemas();
        var answered = new HashSet<String>();
        var requested = new HashSet<String>();
        operations.forEach(operation -> {
            answers(operation).forEach(body -> collect(body, schemas, answered));
            requests(operation).forEach(body -> collect(body, schemas, requested));
        });
        schemas.forEach((name, schema) -> {
            describeNulls(schema, answered.contains(name));
            if (requested.contains(name) && !answered.contains(name) && schema.getProperties() != null) {
                schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
        });
        operations.forEach(operation -> documentPatch(operation, document.getComponents()));
        operations.forEach(operation -> {
            nameAfterResource(operation);
            describeHeaders(operation, document);
            describeFailures(operation, document);
        });
    }

    private static void nameAfterResource(Operation operation) {
        var words = OPERATION_ID.matcher(operation.getOperationId());
        if (words.matches()) {
            var resource = words.group(1);
            var method = words.group(2);
            operation.setOperationId(resource.substring(0, 1).toLowerCase(Locale.ROOT)
                    + resource.substring(1)
                    + method.substring(0, 1).toUpperCase(Locale.ROOT)
                    + method.substring(1));
        }
    }

    /** A POST whose method returns nothing is answered 204, not 201. */
    private static void correctEmptyAnswers(Operation operation) {
        var responses = operation.getResponses();
        var created = responses.getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", created.description("No Content"));
        }
    }

    /** A merge patch has the properties of its request, but none is required. */
    private static void documentPatch(Operation operation, Components components) {
        var body = operation.getRequestBody();
        if (body == null || body.getContent() == null || !body.getContent().hasMediaType(MERGE_PATCH)) {
            return;
        }
        var whole = name(body.getContent().getMediaType(MERGE_PATCH).getSchema());
        var request = components.getSchemas().get(whole);
        if (request.getRequired() == null) {
            return;
        }
        var patch = whole.replace("Request", "Patch");
        components.addSchema(
                patch,
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .properties(request.getProperties())
                        .additionalPropertiesSchema(request.getAdditionalPropertiesSchema()));
        body.getContent()
                .getMediaTypes()
                .values()
                .forEach(type -> type.setSchema(OASFactory.createSchema().ref(patch)));
    }

    private static Stream<Schema> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .flatMap(WireContract::schemas);
    }

    private static Stream<Schema> requests(Operation operation) {
        var body = operation.getRequestBody();
        return body == null ? Stream.empty() : schemas(body.getContent());
    }

    private static Stream<Schema> schemas(Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull);
    }

    private static String name(Schema reference) {
        return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
    }

    /** Collects the names of the schemas to which this one leads. */
    private static void collect(Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema.getRef() == null) {
            parts(schema).forEach(part -> collect(part, schemas, names));
        } else if (names.add(name(schema)) && schemas.containsKey(name(schema))) {
            collect(schemas.get(name(schema)), schemas, names);
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

    private static void describeHeaders(Operation operation, OpenAPI document) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                schemas(response.getContent())
                        .filter(schema -> schema.getRef() != null)
                        .map(schema -> document.getComponents().getSchemas().get(name(schema)))
                        .filter(Objects::nonNull)
                        .map(schema -> properties(schema).keySet())
                        .forEach(properties -> {
                            if (status.equals("201") && properties.contains("id")) {
                                AnswerHeader.LOCATION.describe(response, document);
                            }
                            if (properties.contains("version")) {
                                AnswerHeader.ETAG.describe(response, document);
                            }
                        });
            }
        });
    }

    private static void describeFailures(Operation operation, OpenAPI document) {
        var responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (response.getContent() == null && status.matches("[45]..")) {
                response.setContent(Failure.problem());
            }
            if (status.equals("429")) {
                AnswerHeader.RETRY_AFTER.describe(response, document);
            }
        });
        for (var failure : Failure.values()) {
            var known = responses.getAPIResponse(failure.status());
            if (known == null ? failure.canHappenTo(operation) : IMPLIED.contains(known.getDescription())) {
                responses.addAPIResponse(failure.status(), failure.reference(document));
            }
        }
    }
}
