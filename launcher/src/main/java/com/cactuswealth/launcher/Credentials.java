package com.cactuswealth.launcher;

/** How somebody signs in. */
public record Credentials(String email, String username, String password) {

    @Override
    public String toString() {
        return username + " (password hidden)";
    }
}
