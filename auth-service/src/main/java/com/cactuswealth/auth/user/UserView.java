package com.cactuswealth.auth.user;

import com.cactuswealth.platform.access.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** A user as others see it. */
record UserView(
        @NotNull UUID id,
        @NotNull String email,
        @NotNull String username,
        @NotNull String name,
        @NotNull Role role,
        Grade grade,
        UUID managerId,
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
                user.isActive(),
                user.createdAt(),
                user.updatedAt());
    }
}
