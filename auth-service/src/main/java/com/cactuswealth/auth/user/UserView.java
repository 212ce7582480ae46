package com.cactuswealth.auth.user;

import com.cactuswealth.platform.access.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user as others see it.
 *
 * @param language of screens and messages, null to follow the browser
 * @param timeZone an IANA name, null to follow the browser
 */
record UserView(
        @NotNull UUID id,
        @NotNull String email,
        @NotNull String username,
        @NotNull String name,
        @NotNull Role role,
        Grade grade,
        UUID managerId,
        @Schema(enumeration = {"es-AR", "en"}) String language,
        String timeZone,
        @NotNull boolean active,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt) {

    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.email(),
                user.username(),
                user.name(),
                user.role(),
                user.grade(),
                user.managerId().orElse(null),
                user.language().orElse(null),
                user.timeZone().orElse(null),
                user.isActive(),
                user.createdAt(),
                user.updatedAt());
    }
}
