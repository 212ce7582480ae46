package com.cactuswealth.benchmarks.box;

import com.cactuswealth.benchmarks.webhooks.Receiver;
import com.cactuswealth.launcher.demo.Api;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What an operator does with the box: an upgrade under load, and a backup that is restored.
 *
 * @param upgradeSeconds from the first service stopped to the last one ready
 * @param committed changes meanwhile
 * @param refused requests without an answer, or with a refusal, meanwhile
 * @param lost of the changes, those that the partner did not hear of
 * @param restoreSeconds from the start of the restore to the last service ready
 */
record Rehearsal(long upgradeSeconds, long committed, long refused, long lost, long restoreSeconds) {

    private static final String NEXT = "next";
    private static final Duration LOAD = Duration.ofSeconds(90);

    static Rehearsal of(Box box, Crowd crowd, Receiver receiver, Vertx vertx) throws IOException, InterruptedException {
        receiver.reset();
        box.nameImages(NEXT);
        var before = committed(box);
        var load = new MixedLoad(vertx, box.url(), crowd);
        var upgrade = CompletableFuture.supplyAsync(() -> seconds(() -> box.operate("upgrade", "--no-backup", NEXT)));
        var result = load.run(LOAD, BoxBenchmark.LOOKS, BoxBenchmark.MOVES, BoxBenchmark.SOCKETS);
        var upgradeSeconds = upgrade.join();
        // A change may be committed although its answer was cut off, so the database tells how many there are.
        var committed = committed(box) - before;
        BoxBenchmark.awaitArrivals(receiver, committed);
        load.close();
        var refused =
                result.refused().values().stream().mapToLong(Long::longValue).sum();
        return new Rehearsal(
                upgradeSeconds,
                result.moved(),
                refused,
                result.moved() - receiver.received(),
                restore(box, crowd.anyone()));
    }

    private static long committed(Box box) throws IOException, InterruptedException {
        return Long.parseLong(box.sql("select count(*) from clients.outbox where type = 'client.status_changed'"));
    }

    /** What was made after the backup is gone, what was made before it is back. */
    private static long restore(Box box, Api advisor) throws IOException, InterruptedException {
        var known = clients(advisor);
        var backup = box.operate("backup", "backups");
        advisor.post("/api/v1/clients", Map.of("firstName", "Too", "lastName", "Late", "email", "late@example.com"));
        expect(known + 1, clients(advisor));
        var seconds = seconds(() -> box.operate("restore", "--yes", backup));
        expect(known, clients(advisor));
        return seconds;
    }

    private static int clients(Api advisor) {
        return advisor.patiently("GET", "/api/v1/clients?limit=1", null)
                .path("total")
                .asInt();
    }

    private static void expect(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalStateException("expected " + expected + " clients, found " + actual);
        }
    }

    private interface Step {
        String run() throws IOException, InterruptedException;
    }

    private static long seconds(Step step) {
        var began = System.nanoTime();
        try {
            step.run();
        } catch (IOException failed) {
            throw new CompletionException(failed);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new CompletionException(over);
        }
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }
}
