package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.PrivateFiles;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * {@code demo.json}: how to sign in, for people and tests, and what the next start has to know.
 *
 * @param partner where the demo's endpoints point to; empty before there are any
 * @param completeFor id of the administrator in whose firm everything was made, so that nothing is made again that
 *     somebody changed or removed; empty until then
 */
record DemoFile(String url, List<SignIn> users, String partner, String completeFor) {

    private static final JsonMapper JSON = new JsonMapper();

    DemoFile {
        partner = Objects.requireNonNullElse(partner, "");
        completeFor = Objects.requireNonNullElse(completeFor, "");
    }

    /** Somebody to sign in as. */
    record SignIn(String role, String email, String username, String password) {}

    /** An empty one where there is none, or one that was written otherwise. */
    static DemoFile read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), DemoFile.class);
        } catch (NoSuchFileException | JacksonException e) {
            return new DemoFile("", List.of(), "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        PrivateFiles.write(file, writer -> JSON.writerWithDefaultPrettyPrinter().writeValue(writer, this));
    }
}
