package com.cactuswealth.launcher;

import java.nio.file.Path;

/** How somebody signs in. */
public record Credentials(String email, String username, String password) {

    /** The administrator of the suite in that directory, unless somebody changed the password since. */
    public static Credentials administrator(Path home) {
        return administrator(Secrets.in(home));
    }

    static Credentials administrator(Secrets secrets) {
        return new Credentials("admin@cactus.example", "admin", secrets.password("admin"));
    }

    @Override
    public String toString() {
        return username + " (password hidden)";
    }
}
