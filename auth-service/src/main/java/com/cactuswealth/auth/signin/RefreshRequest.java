package com.cactuswealth.auth.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A refresh token to use up or to revoke. */
record RefreshRequest(@NotBlank @Size(max = 100) String refreshToken) {

    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
