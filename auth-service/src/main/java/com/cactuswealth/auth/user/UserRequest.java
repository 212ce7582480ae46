package com.cactuswealth.auth.user;

import com.cactuswealth.platform.access.Role;
import com.cactuswealth.platform.text.Secret;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A user to create.
 *
 * @param username letters, digits, dots, dashes and underscores, so that it never looks like an e-mail address
 * @param password 8 to 128 characters of any kind (NIST SP 800-63B)
 * @param managerId only for an ADVISOR: the MANAGER who leads the team
 */
record UserRequest(
        @NotBlank @Email @Size(max = 255) String email,

        @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{3,50}", message = "{user.username}")
        String username,

        @NotBlank @Size(max = 200) String name,
        @Secret @NotNull @Size(min = 8, max = 128) String password,
        @NotNull Role role,
        Grade grade,
        UUID managerId) {

    @Override
    public String toString() {
        return "UserRequest[" + username + ", " + role + "]";
    }
}
