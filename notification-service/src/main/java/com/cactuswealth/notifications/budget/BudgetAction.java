package com.cactuswealth.notifications.budget;

import com.cactuswealth.notifications.inbox.Wording;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the budget guard set out to do. */
@SuppressWarnings("ImmutableEnumChecker") // a record of strings is immutable
enum BudgetAction {
    @JsonProperty("stop")
    STOP("Apagado del servidor", "Stopping the server"),
    @JsonProperty("resize")
    RESIZE("Cambio de tamaño del servidor", "Resizing the server"),
    @JsonProperty("resume")
    RESUME("Encendido del servidor", "Starting the server again"),
    @JsonProperty("self-test")
    SELF_TEST("Autoprueba", "Self-test");

    private final Wording label;

    BudgetAction(String spanish, String english) {
        label = new Wording(spanish, english);
    }

    Wording label() {
        return label;
    }

    /** As it is written on the wire, which is what the one whose message is refused must read. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
