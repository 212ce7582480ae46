package com.cactuswealth.launcher;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Services log JSON for machines; this is the same for people. */
public final class LogLine {

    private static final JsonMapper JSON = new JsonMapper();

    private LogLine() {}

    /** Time, level, logger and message; lines of other forms stay as they are. */
    public static String readable(String line) {
        return parse(line)
                .map(entry -> "%s %-5s [%s] %s"
                        .formatted(
                                entry.path("timestamp").asText(),
                                entry.path("level").asText(),
                                entry.path("loggerName").asText(),
                                what(entry)))
                .orElse(line);
    }

    /** Only what happened. */
    static String message(String line) {
        return parse(line).map(LogLine::what).orElse(line);
    }

    private static Optional<JsonNode> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(line)).filter(entry -> entry.has("message"));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The message and the last cause of its exception, which is usually the one that explains it. */
    private static String what(JsonNode entry) {
        var message = entry.path("message").asText().strip();
        var exception = entry.path("exception");
        while (exception.path("causedBy").has("exception")) {
            exception = exception.path("causedBy").path("exception");
        }
        return exception.has("exceptionType")
                ? "%s: %s: %s"
                        .formatted(
                                message,
                                exception.path("exceptionType").asText(),
                                exception.path("message").asText())
                : message;
    }
}
