package com.cactuswealth.launcher;

import com.cactuswealth.servers.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** The suite's passwords and keys, made once and kept in a file that only its owner reads. */
final class Secrets {

    private final Path file;
    private final Properties values = new Properties();

    /** Of the suite in that directory. */
    static Secrets in(Path home) {
        return new Secrets(home.resolve("secrets.properties"));
    }

    private Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
    }

    String password(String name) {
        return get(name + ".password", Passwords::random);
    }

    /** 32 random bytes in base64. */
    String key(String name) {
        return get(name + ".key", () -> {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        });
    }

    private synchronized String get(String name, Supplier<String> maker) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var made = maker.get();
        values.setProperty(name, made);
        PrivateFiles.write(file, writer -> values.store(writer, "Made by the launcher; the data depends on these."));
        return made;
    }
}
