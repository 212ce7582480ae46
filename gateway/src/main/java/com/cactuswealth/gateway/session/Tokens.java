package com.cactuswealth.gateway.session;

import java.time.Instant;

/** What auth-service gives for a sign-in or a refresh. */
record Tokens(String access, String refresh, Instant expires) {

    @Override
    public String toString() {
        return "Tokens[expires=" + expires + "]";
    }
}
