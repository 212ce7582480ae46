package com.cactuswealth.auth.user;

import com.cactuswealth.platform.access.Role;
import java.time.Instant;
import java.util.UUID;

/** A user as others see it. */
record UserView(
        UUID id,
        String email,
        String username,
        String name,
        Role role,
        Grade grade,
        UUID managerId,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {

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
