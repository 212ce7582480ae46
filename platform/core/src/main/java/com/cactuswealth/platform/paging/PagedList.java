package com.cactuswealth.platform.paging;

import com.cactuswealth.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A keyset-paged list, in one order and with one choice of filters. It makes the cursors of its pages and takes back
 * only its own.
 */
public final class PagedList {

    private static final String SEPARATOR = "\u001f";

    private final String fingerprint;

    private PagedList(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /**
     * @param name tells the list from all others of the suite
     * @param variant order and filters, and whose list it is, each with a {@code toString()} that tells it
     */
    public static PagedList of(String name, Object... variant) {
        return new PagedList(Integer.toHexString((name + Arrays.toString(variant)).hashCode()));
    }

    /**
     * Reads a cursor that a caller sent back.
     *
     * @param cursor empty for the first page
     * @param size how many values this list's cursors have
     * @throws Problem invalid input when it is not a cursor of this list
     */
    public Optional<Cursor> after(Optional<String> cursor, int size) {
        return cursor.map(text -> decode(text, size));
    }

    private Cursor decode(String text, int size) {
        try {
            var parts = List.of(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            var values = parts.subList(1, parts.size());
            if (parts.getFirst().equals(fingerprint)
                    && values.size() == size
                    && !text(values).contains("\0")) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal
        }
        throw Cursor.refused();
    }

    String encode(Cursor cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((fingerprint + SEPARATOR + text(cursor.values())).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(List<String> values) {
        return String.join(SEPARATOR, values);
    }
}
