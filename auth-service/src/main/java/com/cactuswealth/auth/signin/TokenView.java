package com.cactuswealth.auth.signin;

import jakarta.validation.constraints.NotNull;

/**
 * What a sign-in yields.
 *
 * @param accessToken a JWT for the {@code Authorization} header
 * @param refreshToken good for one refresh, which may be repeated within some seconds
 * @param expiresIn seconds until the access token expires
 * @param tokenType always {@code Bearer}
 */
record TokenView(
        @NotNull String accessToken,
        @NotNull String refreshToken,
        @NotNull long expiresIn,
        @NotNull String tokenType) {

    @Override
    public String toString() {
        return "TokenView[…]";
    }
}
