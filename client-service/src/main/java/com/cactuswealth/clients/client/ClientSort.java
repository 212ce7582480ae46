package com.cactuswealth.clients.client;

import com.cactuswealth.platform.message.Message;
import com.cactuswealth.platform.paging.Conditions;
import com.cactuswealth.platform.paging.Cursor;
import com.cactuswealth.platform.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders in which clients can be listed; a leading minus means descending. */
enum ClientSort {
    CREATED_AT("createdAt", "client.createdAt", true),
    NEWEST("-createdAt", "client.createdAt", false),
    UPDATED_AT("updatedAt", "client.updatedAt", true),
    LATEST_CHANGE("-updatedAt", "client.updatedAt", false),
    SHORTEST_IN_STAGE("-stageSince", "client.stageSince", false),
    LONGEST_IN_STAGE("stageSince", "client.stageSince", true),
    LAST_NAME("lastName", "client.sortName", true),
    LAST_NAME_DESCENDING("-lastName", "client.sortName", false);

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
                        Message.of("notOneOf")
                                .with(
                                        "values",
                                        Arrays.stream(values())
                                                .map(sort -> sort.parameter)
                                                .collect(Collectors.joining(", ")))));
    }

    String orderBy() {
        var direction = ascending ? " asc" : " desc";
        return " order by " + expression + direction + ", client.id" + direction;
    }

    Cursor cursor(Client client) {
        return Cursor.of(value(client), client.id());
    }

    void startAfter(Conditions conditions, Cursor cursor) {
        conditions
                .and("(" + expression + ", client.id) " + (ascending ? ">" : "<") + " (:afterValue, :afterId)")
                .with("afterValue", value(cursor))
                .with("afterId", cursor.id(1));
    }

    private Object value(Client client) {
        return switch (this) {
            case CREATED_AT, NEWEST -> client.createdAt();
            case UPDATED_AT, LATEST_CHANGE -> client.updatedAt();
            case LONGEST_IN_STAGE, SHORTEST_IN_STAGE -> client.stageSince();
            case LAST_NAME, LAST_NAME_DESCENDING -> client.sortName();
        };
    }

    private Object value(Cursor cursor) {
        return switch (this) {
            case CREATED_AT, NEWEST, UPDATED_AT, LATEST_CHANGE, LONGEST_IN_STAGE, SHORTEST_IN_STAGE ->
                cursor.instant(0);
            case LAST_NAME, LAST_NAME_DESCENDING -> cursor.values().get(0);
        };
    }
}
