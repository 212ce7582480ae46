package com.cactuswealth.launcher.build;

import com.cactuswealth.servers.Programs;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The Node that builds the dashboard.
 *
 * @param version as it says itself, or empty when there is none
 */
public record Node(String version) {

    public static final String NEEDED = "20.19, 22.12 or newer";

    /** The same as in frontend/pom.xml. */
    private static final Pattern NEW_ENOUGH =
            Pattern.compile("v(20\\.(19|[2-9]\\d)|22\\.(1[2-9]|[2-9]\\d)|2[3-9]|[3-9]\\d)\\..*");

    public static Node onPath() {
        return new Node(Programs.output(List.of("node", "--version")).orElse(""));
    }

    public boolean isNewEnough() {
        return NEW_ENOUGH.matcher(version).matches();
    }
}
