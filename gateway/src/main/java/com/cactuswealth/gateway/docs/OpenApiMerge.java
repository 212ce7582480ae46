package com.cactuswealth.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts OpenAPI documents together. Components that several services describe alike appear once; where a name means
 * different things, the later service's is put under {@code <Service><Name>}, and so is everything of that service
 * that refers to it, because its meaning differs with it.
 */
class OpenApiMerge {

    private static final String COMPONENTS = "#/components/";
    private static final String SECURITY_SCHEMES = "securitySchemes";
    private static final String SCHEME = "bearer";

    private final ObjectNode document;
    private final ObjectNode paths;
    private final ObjectNode components;
    private final ArrayNode tags;

    OpenApiMerge(ObjectMapper json) {
        document = json.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Cactus API")
                .put("version", "1.0.0")
                .putObject("contact")
                .put("name", "Cactus")
                .put("url", "https://cactuswealth.com");
        document.putArray("servers").addObject().put("url", "/");
        tags = document.putArray("tags");
        paths = document.putObject("paths");
        components = document.putObject("components");
    }

    void add(String service, ObjectNode part, Predicate<String> isPublic) {
        var source = part.deepCopy();
        var names = names(service, source);
        rewrite(source, names);
        for (var path : source.path("paths").properties()) {
            if (isPublic.test(path.getKey()) && !path.getKey().startsWith("/q/")) {
                paths.set(path.getKey(), path.getValue());
            }
        }
        for (var kind : source.path("components").properties()) {
            if (!kind.getKey().equals(SECURITY_SCHEMES)) {
                var target = components.withObjectProperty(kind.getKey());
                for (var component : kind.getValue().properties()) {
                    var reference = reference(kind.getKey(), component.getKey());
                    target.set(lastSegment(names.getOrDefault(reference, reference)), component.getValue());
                }
            }
        }
        for (var tag : source.path("tags")) {
            if (tags.valueStream().noneMatch(known -> known.path("name").equals(tag.path("name")))) {
                tags.add(tag);
            }
        }
    }

    ObjectNode document(List<String> missing) {
        var description = "Every path takes an access token; a browser's session cookie does as well. Whatever fails is"
                + " answered with a problem (RFC 9457); beside the failures that an operation lists, each can have those"
                + " of HTTP and, rarely, 500 and 504.";
        if (!missing.isEmpty()) {
            description += " Not included now, because it does not answer: " + String.join(", ", missing) + ".";
        }
        ((ObjectNode) document.get("info")).put("description", description);
        components
                .withObjectProperty(SECURITY_SCHEMES)
                .putObject(SCHEME)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        document.findValuesAsText("$ref").forEach(this::allow);
        return document;
    }

    /** A reference to a service that does not answer leads to anything, rather than to nothing. */
    private void allow(String reference) {
        if (reference.startsWith(COMPONENTS)
                && document.at(reference.substring(1)).isMissingNode()) {
            var kind = reference.substring(COMPONENTS.length(), reference.lastIndexOf('/'));
            components.withObjectProperty(kind).putObject(lastSegment(reference));
        }
    }

    /** The references that get another name here: those whose content clashes, then those that lead to one. */
    private Map<String, String> names(String service, ObjectNode source) {
        var clashes = new HashSet<String>();
        var shared = new HashMap<String, JsonNode>();
        for (var kind : source.path("components").properties()) {
            if (kind.getKey().equals(SECURITY_SCHEMES)) {
                continue;
            }
            for (var component : kind.getValue().properties()) {
                var present = components.path(kind.getKey()).path(component.getKey());
                var reference = reference(kind.getKey(), component.getKey());
                if (!present.isMissingNode()) {
                    shared.put(reference, component.getValue());
                    if (!present.equals(component.getValue())) {
                        clashes.add(reference);
                    }
                }
            }
        }
        while (clashes.addAll(leadingTo(clashes, shared))) {
            // Each round finds those that refer to what the round before found.
        }
        return clashes.stream()
                .collect(Collectors.toMap(reference -> reference, reference -> prefixed(service, reference)));
    }

    private static Set<String> leadingTo(Set<String> clashes, Map<String, JsonNode> shared) {
        return shared.entrySet().stream()
                .filter(component ->
                        component.getValue().findValuesAsText("$ref").stream().anyMatch(clashes::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Gives references their new names and security requirements our one scheme. */
    private static void rewrite(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                if (field.getKey().equals("$ref") && field.getValue().isTextual()) {
                    var reference = field.getValue().textValue();
                    field.setValue(TextNode.valueOf(names.getOrDefault(reference, reference)));
                } else if (field.getKey().equals("security") && field.getValue() instanceof ArrayNode security) {
                    useOurScheme(security);
                } else {
                    rewrite(field.getValue(), names);
                }
            }
        } else {
            node.forEach(child -> rewrite(child, names));
        }
    }

    private static void useOurScheme(ArrayNode security) {
        if (!security.isEmpty()) {
            security.removeAll().addObject().putArray(SCHEME);
        }
    }

    private static String reference(String kind, String name) {
        return COMPONENTS + kind + '/' + name;
    }

    private static String lastSegment(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** {@code #/components/schemas/Page} of client-service becomes {@code #/components/schemas/ClientServicePage}. */
    private static String prefixed(String service, String reference) {
        var prefix = Arrays.stream(service.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        var name = reference.lastIndexOf('/') + 1;
        return reference.substring(0, name) + prefix + reference.substring(name);
    }
}
