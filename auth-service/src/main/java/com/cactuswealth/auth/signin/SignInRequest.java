package com.cactuswealth.auth.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Who wants in.
 *
 * @param identifier e-mail address or username
 */
record SignInRequest(
        @NotBlank @Size(max = 255) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "{unreadable}")
        String identifier,

        @NotBlank @Size(max = 128) String password) {

    @Override
    public String toString() {
        return "SignInRequest[" + identifier + "]";
    }
}
