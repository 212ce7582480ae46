package com.cactuswealth.gateway.session;

import com.cactuswealth.platform.text.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Credentials of a person, with the limits of auth-service's own request.
 *
 * @param identifier e-mail address or username
 * @param password as typed
 */
record SignIn(
        @NotBlank @Size(max = 255) String identifier,
        @Secret @NotBlank @Size(max = 128) String password) {

    @Override
    public String toString() {
        return "SignIn[" + identifier + "]";
    }
}
