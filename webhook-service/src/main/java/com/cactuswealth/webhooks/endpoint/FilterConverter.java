package com.cactuswealth.webhooks.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;

/** Keeps a filter as JSON; no filter is null. */
@Converter
class FilterConverter implements AttributeConverter<Map<String, List<String>>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, List<String>> filter) {
        return filter == null || filter.isEmpty()
                ? null
                : JSON.valueToTree(filter).toString();
    }

    @Override
    public Map<String, List<String>> convertToEntityAttribute(String text) {
        return parse(text);
    }

    static Map<String, List<String>> parse(String text) {
        try {
            return text == null ? Map.of() : JSON.readValue(text, TYPE);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
