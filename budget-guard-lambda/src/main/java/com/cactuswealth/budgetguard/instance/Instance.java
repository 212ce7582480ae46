package com.cactuswealth.budgetguard.instance;

import java.util.Map;
import java.util.Optional;

/**
 * A virtual machine with the guard's tags, as it was seen.
 *
 * @param rootIsLocal whether its root disk is an instance store
 */
public record Instance(
        String id, String type, State state, String architecture, boolean rootIsLocal, Map<String, String> tags) {

    /** What it is doing; those that end or have ended are never seen. */
    public enum State {
        PENDING,
        RUNNING,
        STOPPING,
        STOPPED
    }

    public Instance {
        tags = Map.copyOf(tags);
    }

    public boolean is(State wanted) {
        return state == wanted;
    }

    public Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key));
    }
}
