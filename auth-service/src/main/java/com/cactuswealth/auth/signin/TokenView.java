package com.cactuswealth.auth.signin;

/**
 * What a sign-in yields.
 *
 * @param accessToken a JWT for the {@code Authorization} header
 * @param refreshToken good for one refresh
 * @param expiresIn seconds until the access token expires
 * @param tokenType always {@code Bearer}
 */
record TokenView(String accessToken, String refreshToken, long expiresIn, String tokenType) {

    @Override
    public String toString() {
        return "TokenView[…]";
    }
}
