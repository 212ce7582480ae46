package com.cactuswealth.platform.paging;

import com.cactuswealth.platform.problem.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Where the next page of a keyset-paged list begins: the sort values of the last item seen, opaque to callers. It is
 * good for the list that it came from, in the same order and with the same filters.
 *
 * @param values the sort values as text, in the order of the list's sort keys; none contains U+001F
 */
public record Cursor(List<String> values) {

    /** What PostgreSQL can compare with. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(Object::toString).toList());
    }

    /** @throws Problem invalid input when that value is not an id */
    public UUID id(int index) {
        try {
            return UUID.fromString(values.get(index));
        } catch (IllegalArgumentException forged) {
            throw refused();
        }
    }

    /** @throws Problem invalid input when that value is not a time that the database can compare */
    public Instant instant(int index) {
        try {
            var time = Instant.parse(values.get(index));
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException forged) {
            // falls through to the one refusal
        }
        throw refused();
    }

    /** @throws Problem invalid input when that value is not a whole number */
    public long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException forged) {
            throw refused();
        }
    }

    static Problem refused() {
        return Problem.invalid("cursor", "cursor");
    }
}
