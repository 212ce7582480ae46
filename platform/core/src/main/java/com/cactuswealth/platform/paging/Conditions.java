package com.cactuswealth.platform.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The conditions of a list's query, joined by "and", with their named parameters. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    public Conditions and(String condition, String name, Object value) {
        return and(condition).with(name, value);
    }

    /** One more parameter, for a condition that has several. */
    public Conditions with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** The {@code where} clause, true when there is no condition. */
    public String where() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** A pattern for {@code lower(column) like … escape '!'} that finds the text anywhere and takes it literally. */
    public static String containing(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
