package com.cactuswealth.platform.paging;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most the asked limit
 * @param nextCursor what to send as {@code cursor} for the next page; null on the last page
 * @param total how many items the whole list has now
 */
public record Page<T>(
        @NotNull List<T> items, String nextCursor, @NotNull long total) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /**
     * Cuts a page out of a query that fetched one row more than asked, which tells whether another page follows.
     *
     * @param list which makes the cursor of the next page
     * @param fetched up to {@code limit + 1} rows
     */
    public static <R, T> Page<T> of(
            PagedList list, List<R> fetched, int limit, long total, Function<R, T> view, Function<R, Cursor> cursor) {
        var rows = fetched.size() > limit ? fetched.subList(0, limit) : fetched;
        var next = fetched.size() > limit ? list.encode(cursor.apply(rows.getLast())) : null;
        return new Page<>(rows.stream().map(view).toList(), next, total);
    }
}
