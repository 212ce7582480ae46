package com.cactuswealth.budgetguard.resize;

import com.cactuswealth.budgetguard.ledger.Ledger;
import com.cactuswealth.budgetguard.run.Task;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** How far each instance's change is, where the next invocation finds it. */
@Singleton
class ResizeProgress {

    private final Ledger ledger;
    private final ObjectMapper mapper;

    ResizeProgress(Ledger ledger, ObjectMapper mapper) {
        this.ledger = ledger;
        this.mapper = mapper;
    }

    Map<String, Resizing> of(Task task) {
        try {
            var kept = task.progress().isEmpty() ? "{}" : task.progress();
            return new TreeMap<>(mapper.readValue(kept, new TypeReference<Map<String, Resizing>>() {}));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void keep(Task task, Map<String, Resizing> resizings) {
        try {
            ledger.keep(task.id(), mapper.writeValueAsString(resizings));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
