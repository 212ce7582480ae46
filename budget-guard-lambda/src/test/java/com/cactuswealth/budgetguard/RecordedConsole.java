package com.cactuswealth.budgetguard;

import com.cactuswealth.budgetguard.report.Console;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the function prints for CloudWatch. */
@Mock
@Singleton
public class RecordedConsole implements Console {

    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();

    @Override
    public void print(String line) {
        try {
            lines.add(new ObjectMapper().readTree(line));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(line, unreadable);
        }
    }

    /** The lines that are metrics. */
    public List<JsonNode> metrics() {
        return lines.stream().filter(line -> line.has("_aws")).toList();
    }

    /** The lines that are reports. */
    public List<JsonNode> reports() {
        return lines.stream().filter(line -> !line.has("_aws")).toList();
    }

    void reset() {
        lines.clear();
    }
}
