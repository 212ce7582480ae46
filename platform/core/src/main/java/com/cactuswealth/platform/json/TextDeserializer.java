package com.cactuswealth.platform.json;

import com.cactuswealth.platform.problem.InvalidValueException;
import com.cactuswealth.platform.text.MultiLine;
import com.cactuswealth.platform.text.Secret;
import com.cactuswealth.platform.text.Text;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a string by the rule that its field declares: one line, {@link MultiLine} or {@link Secret}. */
class TextDeserializer extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1;

    private enum Rule {
        LINE,
        LINES,
        SECRET
    }

    private final Rule rule;

    TextDeserializer() {
        this(Rule.LINE);
    }

    private TextDeserializer(Rule rule) {
        super(String.class);
        this.rule = rule;
    }

    @Override
    public JsonDeserializer<String> createContextual(DeserializationContext context, BeanProperty property) {
        if (property != null && property.getAnnotation(Secret.class) != null) {
            return new TextDeserializer(Rule.SECRET);
        }
        if (property != null && property.getAnnotation(MultiLine.class) != null) {
            return new TextDeserializer(Rule.LINES);
        }
        return this;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        try {
            return switch (rule) {
                case LINE -> Text.line(parser.getText());
                case LINES -> Text.lines(parser.getText());
                case SECRET -> Text.secret(parser.getText());
            };
        } catch (InvalidValueException refused) {
            throw JsonMappingException.from(parser, refused.getMessage(), refused);
        }
    }
}
