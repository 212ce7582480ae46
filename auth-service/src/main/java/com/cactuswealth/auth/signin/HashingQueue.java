package com.cactuswealth.auth.signin;

import com.cactuswealth.platform.problem.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Bounds how many passwords are hashed at once and how many requests wait for that, because each hash takes 19 MiB and a
 * processor for a moment. Who comes when all places are taken is told to come back. One caller gets half of them at most,
 * so that it cannot keep others out.
 */
@ApplicationScoped
class HashingQueue {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int places;
    private final ExecutorService threads;
    private final Map<String, Integer> takenBy = new HashMap<>();
    private int taken;

    HashingQueue(SignInConfig config) {
        places = config.hashingPlaces();
        // Not virtual threads: hashing never blocks, so two would keep all other virtual threads from a processor.
        threads = Executors.newFixedThreadPool(
                config.hashingThreads(),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * Does work that hashes passwords, in a place of the queue.
     *
     * @param caller whose share of the places is used
     * @throws Problem unavailable when all places are taken; too many requests when the caller's share is
     */
    <T> T inPlace(String caller, Supplier<T> work) {
        take(caller);
        try {
            return work.get();
        } finally {
            giveBack(caller);
        }
    }

    /** Hashes on one of the few threads for that; the caller has a place, so that what waits here is bounded. */
    <T> T hash(Supplier<T> hashing) {
        try {
            return threads.submit(hashing::get).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("signIn.busy", RETRY_AFTER);
        }
    }

    private synchronized void take(String caller) {
        if (taken >= places) {
            throw Problem.unavailable("signIn.busy", RETRY_AFTER);
        }
        if (takenBy.getOrDefault(caller, 0) >= places / 2) {
            throw Problem.tooManyRequests("signIn.busy", RETRY_AFTER);
        }
        taken++;
        takenBy.merge(caller, 1, Integer::sum);
    }

    private synchronized void giveBack(String caller) {
        taken--;
        takenBy.computeIfPresent(caller, (known, count) -> count == 1 ? null : count - 1);
    }
}
