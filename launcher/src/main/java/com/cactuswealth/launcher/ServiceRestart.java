package com.cactuswealth.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Restarts one service of a suite that another process supervises: the service is stopped in good order, and its
 * supervisor starts it again.
 */
public final class ServiceRestart {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private ServiceRestart() {}

    /** Returns when the service is ready again. */
    public static SuiteState.Part restart(Path home, Service service) {
        var name = service.module();
        var stopped = part(SuiteState.running(home), name)
                .orElseThrow(() -> new LauncherFailure(name + " is not among what runs"));
        stopped.process()
                .handle()
                .orElseThrow(() ->
                        new LauncherFailure(name + " ended too often and stays down: ./cactus down, then ./cactus up"))
                .destroy();
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            // The supervisor writes down the new process when it is ready.
            var started = part(SuiteState.running(home), name).filter(part -> !part.equals(stopped));
            if (started.isPresent()) {
                return started.get();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new LauncherFailure(
                name + " is not ready after " + TIMEOUT.toMinutes() + " minutes (log: " + stopped.log() + ")");
    }

    private static Optional<SuiteState.Part> part(SuiteState state, String name) {
        return state.parts().stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
