package com.cactuswealth.clients.client;

import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.problem.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** The orders in which clients can be listed; a leading minus means descending. */
enum ClientSort {
    CREATED_AT("createdAt", "createdAt", true),
    NEWEST("-createdAt", "createdAt", false),
    UPDATED_AT("updatedAt", "updatedAt", true),
    LATEST_CHANGE("-updatedAt", "updatedAt", false),
    LAST_NAME("lastName", "lower(lastName)", true),
    LAST_NAME_DESCENDING("-lastName", "lower(lastName)", false);

    private final String parameter;
    private final String expression;
    private final boolean ascending;

    ClientSort(String parameter, String expression, boolean ascending) {
        this.parameter = parameter;
        this.expression = expression;
        this.ascending = ascending;
    }

    static ClientSort of(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "sort",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(sort -> sort.parameter)
                                        .collect(Collectors.joining(", "))));
    }

    String orderBy() {
        var direction = ascending ? " asc" : " desc";
        return " order by " + expression + direction + ", id" + direction;
    }

    Cursor cursor(Client client) {
        return Cursor.of(value(client), client.id());
    }

    void startAfter(Conditions conditions, Cursor cursor) {
        conditions
                .and("(" + expression + ", id) " + (ascending ? ">" : "<") + " (:afterValue, :afterId)")
                .with("afterValue", parse(cursor.values().get(0)))
                .with("afterId", UUID.fromString(cursor.values().get(1)));
    }

    private Object value(Client client) {
        return switch (this) {
            case CREATED_AT, NEWEST -> client.createdAt();
            case UPDATED_AT, LATEST_CHANGE -> client.updatedAt();
            case LAST_NAME, LAST_NAME_DESCENDING -> client.lastName().toLowerCase(Locale.ROOT);
        };
    }

    private Object parse(String value) {
        return switch (this) {
            case CREATED_AT, NEWEST, UPDATED_AT, LATEST_CHANGE -> instant(value);
            case LAST_NAME, LAST_NAME_DESCENDING -> value;
        };
    }

    private static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException ofAnotherSort) {
            throw Problem.invalid("cursor", "is not a cursor of this order");
        }
    }
}
