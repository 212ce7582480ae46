package com.cactuswealth.platform.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A sentence for people, not yet in their language.
 *
 * @param code its key in the catalogues ({@link Messages}), stable enough for clients to act on
 * @param parameters what the sentence names in braces, such as {@code {max}}: numbers and texts that need no translation
 */
public record Message(String code, Map<String, Object> parameters) {

    /** The sentence in the words of a catalogue. */
    public static Message of(String code) {
        return new Message(code, Map.of());
    }

    /** This message with one more parameter. */
    public Message with(String name, Object value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Message(code, more);
    }

    public String in(Locale language) {
        return Messages.text(this, language);
    }
}
