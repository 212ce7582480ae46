package com.cactuswealth.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.UUID;

/** The people of the tests: two advisors of one manager, another manager, and those who see everything. */
public enum TestUser {
    ADMIN("Alma Admin", "ADMIN"),
    COMPLIANCE("Clara Compliance", "COMPLIANCE"),
    MARTA("Marta Manager", "MANAGER"),
    MARCOS("Marcos Manager", "MANAGER"),
    ANA("Ana Advisor", "ADVISOR"),
    BRUNO("Bruno Advisor", "ADVISOR");

    private final String fullName;
    private final String role;

    TestUser(String fullName, String role) {
        this.fullName = fullName;
        this.role = role;
    }

    public UUID id() {
        return UUID.nameUUIDFromBytes(name().getBytes(UTF_8));
    }

    public String fullName() {
        return fullName;
    }

    public String role() {
        return role;
    }

    public String email() {
        return name().toLowerCase(Locale.ROOT) + "@example.com";
    }
}
