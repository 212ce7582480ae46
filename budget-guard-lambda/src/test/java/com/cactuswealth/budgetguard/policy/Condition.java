package com.cactuswealth.budgetguard.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One key of a statement's condition.
 *
 * @param everyValue whether each of the request's values must match ({@code ForAllValues:}), which is so as well when there
 *     is none; else the key has one value, which must be there
 */
record Condition(String key, boolean everyValue, List<Wildcard> allowed) {

    private static final Set<String> SINGLE = Set.of("kms:ViaService", "ec2:Attribute/InstanceType");
    private static final String TAG_KEYS = "aws:TagKeys";

    static List<Condition> all(JsonNode conditions) {
        return conditions.properties().stream()
                .flatMap(operator -> operator.getValue().properties().stream()
                        .map(key -> of(operator.getKey(), key.getKey(), key.getValue())))
                .toList();
    }

    private static Condition of(String operator, String key, JsonNode values) {
        var everyValue = operator.startsWith("ForAllValues:");
        Function<String, Wildcard> compared =
                switch (operator.substring(operator.indexOf(':') + 1)) {
                    case "StringEquals" -> Wildcard::literal;
                    case "StringLike" -> Wildcard::of;
                    default -> throw new Unknown("the operator " + operator);
                };
        if (operator.contains(":") && !everyValue) {
            throw new Unknown("the operator " + operator);
        }
        if (everyValue != key.equals(TAG_KEYS) || !isKnown(key)) {
            throw new Unknown("the key " + key + " with " + operator);
        }
        return new Condition(
                key, everyValue, Statement.texts(values).map(compared).toList());
    }

    boolean holdsFor(IamRequest request) {
        var values = request.context().getOrDefault(key, List.of());
        var matching = values.stream().allMatch(value -> allowed.stream().anyMatch(one -> one.matches(value)));
        return matching && (everyValue || !values.isEmpty());
    }

    private static boolean isKnown(String key) {
        return key.equals(TAG_KEYS)
                || SINGLE.contains(key)
                || key.startsWith("aws:ResourceTag/")
                || key.startsWith("aws:RequestTag/")
                || key.startsWith("ec2:ResourceTag/");
    }
}
