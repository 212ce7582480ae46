package com.cactuswealth.gateway.health;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The health of the suite.
 *
 * @param status UP when every part is
 * @param parts by name
 */
@Schema(name = "SuiteHealth")
@RegisterForReflection
record HealthView(@NotNull String status, @NotNull Map<String, Part> parts) {

    static final String UP = "UP";
    static final String DOWN = "DOWN";

    static HealthView of(Map<String, Part> parts) {
        var allUp = parts.values().stream().allMatch(part -> UP.equals(part.status()));
        return new HealthView(allUp ? UP : DOWN, parts);
    }

    boolean allUp() {
        return UP.equals(status);
    }

    /**
     * One part.
     *
     * @param checks what it looked at itself
     * @param cause why it counts as down when it did not say so itself
     */
    @Schema(name = "PartHealth")
    @RegisterForReflection
    record Part(@NotNull String status, @NotNull List<Check> checks, String cause) {

        static Part up() {
            return new Part(UP, List.of(), null);
        }

        static Part down(String cause) {
            return new Part(DOWN, List.of(), cause);
        }
    }

    /** One thing that a service looks at. */
    @Schema(name = "HealthCheck")
    @RegisterForReflection
    record Check(@NotNull String name, @NotNull String status) {}
}
