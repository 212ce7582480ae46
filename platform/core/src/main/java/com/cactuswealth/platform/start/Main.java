package com.cactuswealth.platform.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Where every service starts. With the argument {@code probe} it starts nothing, but asks the service that runs beside it
 * whether it is ready: the health check of a container that has neither a shell nor curl.
 */
@QuarkusMain
public final class Main {

    private static final String DEFAULT_PORT = "8080";

    private Main() {}

    /** Runs the service; the arguments are the program's. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("probe")) {
            // Quarkus, and with it all configuration but the environment, is not there yet.
            var port = Integer.parseInt(System.getenv().getOrDefault("QUARKUS_HTTP_PORT", DEFAULT_PORT));
            System.exit(Probe.isReady(port) ? 0 : 1);
        }
        Quarkus.run(arguments);
    }
}
