package com.cactuswealth.budgetguard.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One statement of a policy. */
record Statement(boolean allows, List<Wildcard> actions, List<Wildcard> resources, List<Condition> conditions) {

    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    static Statement of(JsonNode statement) {
        Unknown.refuse(statement, ELEMENTS, "a statement");
        return new Statement(
                switch (statement.path("Effect").asText()) {
                    case "Allow" -> true;
                    case "Deny" -> false;
                    default -> throw new Unknown("the effect " + statement.path("Effect"));
                },
                texts(statement.path("Action")).map(Wildcard::ignoringCase).toList(),
                texts(statement.path("Resource")).map(Wildcard::of).toList(),
                Condition.all(statement.path("Condition")));
    }

    boolean appliesTo(IamRequest request) {
        return actions.stream().anyMatch(action -> action.matches(request.action()))
                && resources.stream().anyMatch(resource -> resource.matches(request.resource()))
                && conditions.stream().allMatch(condition -> condition.holdsFor(request));
    }

    /** One text or a list of them. */
    static Stream<String> texts(JsonNode node) {
        var nodes = node.isArray() ? node.valueStream().toList() : List.of(node);
        if (nodes.isEmpty() || !nodes.stream().allMatch(JsonNode::isTextual)) {
            throw new Unknown(node + " where texts belong");
        }
        return nodes.stream().map(JsonNode::asText);
    }
}
