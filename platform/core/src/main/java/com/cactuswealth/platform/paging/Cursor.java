package com.cactuswealth.platform.paging;

import com.cactuswealth.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where the next page of a keyset-paged list begins: the sort values of the last item seen, opaque to callers.
 *
 * @param values the sort values as text, in the order of the list's sort keys; none contains U+001F
 */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(Object... values) {
        return new Cursor(List.of(values).stream().map(Object::toString).toList());
    }

    /**
     * Reads a cursor that a caller sent back.
     *
     * @param size how many values this list's cursors have
     * @throws Problem invalid input when it is not one of ours
     */
    public static Cursor decode(String text, int size) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var values = List.of(decoded.split(SEPARATOR, -1));
            if (values.size() == size) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal
        }
        throw Problem.invalid("cursor", "cursor");
    }

    /** @throws Problem invalid input when that value is not an id */
    public UUID id(int index) {
        try {
            return UUID.fromString(values.get(index));
        } catch (IllegalArgumentException forged) {
            throw Problem.invalid("cursor", "cursor");
        }
    }

    /** @throws Problem invalid input when that value is not a time */
    public Instant instant(int index) {
        try {
            return Instant.parse(values.get(index));
        } catch (DateTimeParseException ofAnotherOrder) {
            throw Problem.invalid("cursor", "cursor");
        }
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }
}
