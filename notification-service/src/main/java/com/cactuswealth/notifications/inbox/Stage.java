package com.cactuswealth.notifications.inbox;

import java.util.Arrays;

/** What the stages of the pipeline are called: the same words as in the dashboard. */
@SuppressWarnings("ImmutableEnumChecker") // a record of strings is immutable
enum Stage {
    PROSPECT("Prospecto", "Prospect"),
    CONTACTED("Contactado", "Contacted"),
    FIRST_MEETING("Primera reunión", "First meeting"),
    SECOND_MEETING("Segunda reunión", "Second meeting"),
    OPENING("Apertura", "Opening"),
    ONBOARDING("Onboarding", "Onboarding"),
    RESCHEDULE("Reagendar", "Reschedule"),
    ACTIVE_INVESTOR("Inversor activo", "Active investor"),
    ACTIVE_INSURED("Asegurado activo", "Active insured"),
    DORMANT("Inactivo", "Dormant");

    private final Wording wording;

    Stage(String spanish, String english) {
        wording = new Wording(spanish, english);
    }

    /** The label of a stage as events name it; a stage that this version does not know keeps its name. */
    static String label(String name, Language language) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equals(name))
                .map(stage -> stage.wording.in(language))
                .findFirst()
                .orElse(name);
    }
}
