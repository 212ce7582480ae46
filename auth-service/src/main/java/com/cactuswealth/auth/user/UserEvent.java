package com.cactuswealth.auth.user;

import com.cactuswealth.platform.access.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Data of the {@code user.*} events: what other services need to scope rows and address people. */
@RegisterForReflection
record UserEvent(UUID id, String name, String email, Role role, UUID managerId, boolean active) {

    static UserEvent of(User user) {
        return new UserEvent(
                user.id(),
                user.name(),
                user.email(),
                user.role(),
                user.managerId().orElse(null),
                user.isActive());
    }
}
