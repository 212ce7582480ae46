package com.cactuswealth.gateway.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for localhost that nobody vouches for, and its key, in PEM as operators have them. */
public record Certificate(Path file, Path keyFile) {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "gateway";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public static Certificate temporary() {
        try {
            return inside(Files.createTempDirectory("gateway"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Certificate inside(Path directory) {
        try {
            var store = directory.resolve("store.p12");
            var keytool = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            ALIAS,
                            "-dname",
                            "CN=localhost",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD))
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool made no certificate");
            }
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var certificate = new Certificate(directory.resolve("tls.crt"), directory.resolve("tls.key"));
            write(certificate.file, "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
            write(
                    certificate.keyFile,
                    "PRIVATE KEY",
                    keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
            return certificate;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void write(Path file, String what, byte[] content) throws IOException {
        var lines = LINES.encodeToString(content);
        Files.writeString(file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, lines, what), US_ASCII);
    }
}
