package com.cactuswealth.platform.json;

import com.cactuswealth.platform.problem.InvalidValueException;
import com.cactuswealth.platform.text.Text;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/**
 * Reads any JSON, such as a merge patch: its strings as texts of several lines, its keys as texts of one. Where a field
 * is stricter, that is found when the patched state is read.
 */
class TreeDeserializer extends JsonDeserializer<JsonNode> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonDeserializer<? extends JsonNode> any = JsonNodeDeserializer.getDeserializer(JsonNode.class);

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return checked(any.deserialize(parser, context), parser);
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) throws JsonMappingException {
        return any.getNullValue(context);
    }

    private static JsonNode checked(JsonNode node, JsonParser parser) throws JsonMappingException {
        return switch (node) {
            case TextNode text -> text(text, parser);
            case ObjectNode object -> object(object, parser);
            case ArrayNode array -> array(array, parser);
            default -> node;
        };
    }

    private static JsonNode text(TextNode text, JsonParser parser) throws JsonMappingException {
        try {
            return NODES.textNode(Text.lines(text.textValue()));
        } catch (InvalidValueException refused) {
            throw JsonMappingException.from(parser, refused.getMessage(), refused);
        }
    }

    private static JsonNode object(ObjectNode object, JsonParser parser) throws JsonMappingException {
        var copy = NODES.objectNode();
        for (var field : object.properties()) {
            try {
                copy.set(Text.line(field.getKey()), checked(field.getValue(), parser));
            } catch (InvalidValueException refused) {
                throw JsonMappingException.from(parser, refused.getMessage(), refused);
            } catch (JsonMappingException invalid) {
                invalid.prependPath(object, field.getKey());
                throw invalid;
            }
        }
        return copy;
    }

    private static JsonNode array(ArrayNode array, JsonParser parser) throws JsonMappingException {
        var copy = NODES.arrayNode(array.size());
        for (var index = 0; index < array.size(); index++) {
            try {
                copy.add(checked(array.get(index), parser));
            } catch (JsonMappingException invalid) {
                invalid.prependPath(array, index);
                throw invalid;
            }
        }
        return copy;
    }
}
