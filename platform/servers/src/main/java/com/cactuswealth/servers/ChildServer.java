package com.cactuswealth.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A server that is one child process at a time, on a port and with a log that stay. */
public abstract class ChildServer implements Server {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final String name;
    private final int port;
    private final Path log;
    private volatile ChildProcess process;

    ChildServer(String name, int port, Path log) {
        this.name = name;
        this.port = port;
        this.log = log.toAbsolutePath();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final Path log() {
        return log;
    }

    @Override
    public final long pid() {
        return process.pid();
    }

    @Override
    public final boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public final void kill() {
        process.kill();
    }

    @Override
    public final CompletableFuture<Integer> exit() {
        return process.exit();
    }

    @Override
    public final String lastTrouble() {
        return process.lastTrouble();
    }

    final ChildProcess process() {
        return process;
    }

    final void isNow(ChildProcess started) {
        process = started;
    }

    /** Waits until the server answers; one that ends before, or takes too long, is killed and its cause told. */
    final void awaitAnswer(BooleanSupplier answers, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!answers.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw doesNotStart();
            }
            process.await(BETWEEN_LOOKS);
        }
    }

    final ServerFailure doesNotStart() {
        var cause = process.lastTrouble();
        process.kill();
        return new ServerFailure(name + " does not start: " + cause + " (log: " + log + ")");
    }
}
