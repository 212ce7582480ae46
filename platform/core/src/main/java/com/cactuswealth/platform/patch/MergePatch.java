package com.cactuswealth.platform.patch;

import com.cactuswealth.platform.json.RequestJson;
import com.cactuswealth.platform.problem.Problem;
import com.cactuswealth.platform.problem.ProblemType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;

/** Applies JSON merge patches (RFC 7396): a field that is absent stays, one that is null is cleared. */
@ApplicationScoped
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper mapper;
    private final Validator validator;

    MergePatch(RequestJson json, Validator validator) {
        this.mapper = json.mapper();
        this.validator = validator;
    }

    /**
     * The request that would have produced the patched state, validated like any other.
     *
     * @param current the present state, as a request
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw Problem.of(ProblemType.INVALID, "notJsonObject");
        }
        var state = mapper.<ObjectNode>valueToTree(current);
        changes.properties().forEach(change -> state.set(change.getKey(), change.getValue()));
        var patched = read(state, type);
        var violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    /** The names of the fields in which two states of a request differ. */
    public <T> List<String> differences(T before, T after) {
        var old = mapper.<ObjectNode>valueToTree(before);
        return mapper.<ObjectNode>valueToTree(after).properties().stream()
                .filter(field -> !field.getValue().equals(old.get(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Nested objects, such as money, are replaced whole: half an amount means nothing. */
    private <T> T read(ObjectNode state, Class<T> type) {
        try {
            return mapper.treeToValue(state, type);
        } catch (JsonProcessingException invalid) {
            throw new WebApplicationException(invalid, 400);
        }
    }
}
