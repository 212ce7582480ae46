package com.cactuswealth.webhooks.egress;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the addresses of a host with the system's resolver, on threads of its own, because a dead name server blocks a
 * thread for many seconds. Callers that ask for one host at the same time share one question.
 */
@ApplicationScoped
class Resolver {

    private static final int THREADS = 32;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ConcurrentMap<String, Lookup> lookups = new ConcurrentHashMap<>();
    private final ExecutorService threads = threads();

    private record Lookup(CompletableFuture<List<InetAddress>> addresses, long startedAt) {

        boolean usable() {
            return !addresses.isDone()
                    || (!addresses.isCompletedExceptionally() && System.nanoTime() - startedAt < FRESH_NANOS);
        }
    }

    /** Fails with {@link UnknownHostException} when there is no such host. */
    CompletableFuture<List<InetAddress>> resolve(Target target) {
        return target.literal()
                .map(address -> CompletableFuture.completedFuture(List.of(address)))
                .orElseGet(() -> lookups.compute(
                                target.host(),
                                (host, known) -> known != null && known.usable()
                                        ? known
                                        : new Lookup(ask(host), System.nanoTime()))
                        .addresses());
    }

    private CompletableFuture<List<InetAddress>> ask(String host) {
        var answer = new CompletableFuture<List<InetAddress>>();
        threads.execute(() -> {
            try {
                answer.complete(List.of(InetAddress.getAllByName(host)));
            } catch (UnknownHostException | RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer;
    }

    private static ExecutorService threads() {
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("webhook-dns-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
