package com.cactuswealth.launcher.demo;

import java.util.List;
import java.util.Locale;

/**
 * Somebody who works in the demo firm.
 *
 * @param grade of an advisor, else empty
 * @param manager who leads the advisor's team, by username; else empty
 */
record Colleague(String name, String role, String grade, String manager) {

    /** All but the administrator, whom auth-service makes; those who lead before those whom they lead. */
    static final List<Colleague> ALL = List.of(
            new Colleague("Marta Ferrari", "MANAGER", "", ""),
            new Colleague("Hugo Lombardi", "MANAGER", "", ""),
            new Colleague("Lidia Costa", "COMPLIANCE", "", ""),
            new Colleague("Ana Suárez", "ADVISOR", "SENIOR", "marta"),
            new Colleague("Bruno Medina", "ADVISOR", "JUNIOR", "marta"),
            new Colleague("Carla Paz", "ADVISOR", "SENIOR", "marta"),
            new Colleague("Diego Rossi", "ADVISOR", "SENIOR", "hugo"),
            new Colleague("Elena Vidal", "ADVISOR", "JUNIOR", "hugo"),
            new Colleague("Federico Luna", "ADVISOR", "SENIOR", "hugo"));

    String username() {
        return name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }
}
