package com.cactuswealth.auth.signin;

import com.cactuswealth.platform.text.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who wants in.
 *
 * @param identifier e-mail address or username
 */
record SignInRequest(
        @NotBlank @Size(max = 255) String identifier,
        @Secret @NotBlank @Size(max = 128) String password) {

    @Override
    public String toString() {
        return "SignInRequest[" + identifier + "]";
    }
}
