package com.cactuswealth.auth.signin;

import com.cactuswealth.platform.text.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A refresh token to use up or to revoke. */
record RefreshRequest(@Secret @NotBlank @Size(max = 100) String refreshToken) {

    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
