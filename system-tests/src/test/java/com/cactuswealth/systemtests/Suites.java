package com.cactuswealth.systemtests;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.SuiteBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The suites under test: one that all tests share, and fresh ones for tests that stop everything. */
final class Suites {

    /** The services that run as native executables. */
    private static final List<String> NATIVE =
            List.of(System.getProperty("cactus.native", "").split(",", -1));

    private static Suite shared;

    private Suites() {}

    /** Where people come in, and who administers. */
    record Front(URI url, Credentials administrator) {}

    /** Started for the first test that asks, stopped when the tests end. */
    static synchronized Suite shared() {
        if (shared == null) {
            shared = inside(newHome()).start();
        }
        return shared;
    }

    /** What is asked from outside only: the suite that runs already at {@code -Dcactus.url}, or else the shared one. */
    static Front front() {
        var running = System.getProperty("cactus.url");
        return running == null
                ? new Front(shared().url(), shared().administrator())
                : new Front(URI.create(running), new Credentials("", "admin", System.getenv("CACTUS_PASSWORD")));
    }

    static SuiteBuilder inside(Path home) {
        var suite = Suite.in(home);
        for (var service : Service.values()) {
            if (NATIVE.contains(service.module())) {
                suite.packaging(service, Packaging.NATIVE);
            }
        }
        return suite;
    }

    static Path newHome() {
        try {
            var target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            return Files.createTempDirectory(target, "suite");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
