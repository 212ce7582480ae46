package com.cactuswealth.launcher;

import com.cactuswealth.servers.Server;
import com.cactuswealth.servers.ServerFailure;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/** Says when a part of the running suite ends by itself, and starts it again a bounded number of times. */
final class Supervisor implements AutoCloseable {

    private static final int RESTARTS = 5;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    /** 128 + SIGTERM: somebody ended it, for example {@code ./cactus restart}. */
    private static final int TERMINATED = 143;

    private final Progress progress;
    private final Consumer<Server> start;
    private final Runnable restarted;
    private volatile boolean closed;

    Supervisor(Progress progress, Consumer<Server> start, Runnable restarted) {
        this.progress = progress;
        this.start = start;
        this.restarted = restarted;
    }

    void watch(Collection<? extends Server> servers) {
        servers.forEach(
                server -> Thread.ofVirtual().name("watch-" + server.name()).start(() -> watch(server)));
    }

    /** From now on an end is wanted. */
    @Override
    public void close() {
        closed = true;
    }

    private void watch(Server server) {
        var restarts = 0;
        while (true) {
            var since = System.nanoTime();
            var code = server.exit().join();
            if (closed) {
                return;
            }
            if (code == TERMINATED) {
                progress.say(server.name() + " was stopped; starting it again");
                startAgain(server);
                continue;
            }
            restarts = System.nanoTime() - since > LONG_ENOUGH.toNanos() ? 1 : restarts + 1;
            var ended = server.name() + " ended (exit " + code + "): " + server.lastTrouble() + " (log: " + server.log()
                    + ")";
            if (restarts > RESTARTS) {
                progress.say(ended + "; it ended too often, so it stays down");
                return;
            }
            var pause = Duration.ofSeconds(1L << (restarts - 1));
            progress.say(ended + "; starting it again in " + pause.toSeconds() + " s");
            if (!sleep(pause) || closed) {
                return;
            }
            startAgain(server);
        }
    }

    private void startAgain(Server server) {
        try {
            start.accept(server);
            restarted.run();
            progress.say(server.name() + " is back");
        } catch (LauncherFailure | ServerFailure e) {
            if (!closed) {
                progress.say(e.getMessage());
                server.kill();
            }
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
