package com.cactuswealth.platform.json;

import com.cactuswealth.platform.problem.InvalidValueException;
import com.cactuswealth.platform.text.Text;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;

/** Reads a key of a map as a text of one line. */
class TextKeyDeserializer extends KeyDeserializer {

    @Override
    public String deserializeKey(String key, DeserializationContext context) throws IOException {
        try {
            return Text.line(key);
        } catch (InvalidValueException refused) {
            throw JsonMappingException.from(context, refused.getMessage(), refused);
        }
    }
}
