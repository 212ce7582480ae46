package com.cactuswealth.budgetguard.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Something that this evaluator does not know, or that AWS would not accept either. */
final class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unknown(String what) {
        super("unknown: " + what);
    }

    /** Throws when the object has a field that is not among the known. */
    static void refuse(JsonNode object, Set<String> known, String what) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new Unknown(name + " in " + what);
            }
        });
    }
}
