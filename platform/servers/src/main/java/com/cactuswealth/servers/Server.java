package com.cactuswealth.servers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Something that listens on a port, runs as our child process, and can be ended gently or as by a crash. */
public interface Server extends AutoCloseable {

    String name();

    int port();

    long pid();

    boolean isAlive();

    Path log();

    /** Starts, also again after it has ended, on the same port and data; returns when it answers. */
    void start();

    /** SIGKILL. */
    void kill();

    /** Ends in good order. */
    @Override
    void close();

    /** Completes with the exit code of the process that runs now. */
    CompletableFuture<Integer> exit();

    /** The line of its log that most probably says why it ended. */
    String lastTrouble();
}
