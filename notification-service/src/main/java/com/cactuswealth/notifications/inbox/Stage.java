package com.cactuswealth.notifications.inbox;

import java.util.Arrays;

/** What the stages of the pipeline are called on screen, in Spanish as the old system's users know them. */
@SuppressWarnings("ImmutableEnumChecker") // a record of strings is immutable
enum Stage {
    PROSPECT("Prospecto", "Prospect"),
    CONTACTED("Contactado", "Contacted"),
    FIRST_MEETING("Primera Reunión", "First Meeting"),
    SECOND_MEETING("Segunda Reunión", "Second Meeting"),
    OPENING("Apertura", "Opening"),
    ONBOARDING("Onboarding", "Onboarding"),
    RESCHEDULE("Reagendar", "Reschedule"),
    ACTIVE_INVESTOR("Cliente Activo", "Active Investor"),
    ACTIVE_INSURED("Asegurado (Activo)", "Active Insured"),
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
