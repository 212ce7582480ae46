package com.cactuswealth.webhooks.egress;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Finds the addresses of a host with the system's resolver, on threads of its own, because a dead name server blocks a
 * thread for many seconds. Callers that ask for one host at the same time share one question. A host that was found before
 * is served with its last addresses while they are asked for anew, so that it does not wait behind dead name servers.
 */
@ApplicationScoped
class Resolver {

    private static final int THREADS = 32;
    private static final int MOST_HOSTS = 1_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long USABLE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final ConcurrentMap<String, Lookup> lookups = new ConcurrentHashMap<>();
    private final ExecutorService threads = threads();
    private final Names names;
    private final LongSupplier nanoTime;

    /** The system's resolver, which blocks. */
    @FunctionalInterface
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** Addresses and when they were asked for. */
    private record Found(List<InetAddress> addresses, long askedAt) {}

    /** @param before what was found for the host before, if anything */
    private record Lookup(CompletableFuture<List<InetAddress>> answer, long askedAt, Optional<Found> before) {

        Optional<Found> found() {
            return answer.isDone() && !answer.isCompletedExceptionally()
                    ? Optional.of(new Found(answer.join(), askedAt))
                    : before;
        }
    }

    Resolver() {
        this(InetAddress::getAllByName, System::nanoTime);
    }

    Resolver(Names names, LongSupplier nanoTime) {
        this.names = names;
        this.nanoTime = nanoTime;
    }

    /** Fails with {@link UnknownHostException} when there is no such host. */
    CompletableFuture<List<InetAddress>> resolve(Target target) {
        return target.literal()
                .map(address -> CompletableFuture.completedFuture(List.of(address)))
                .orElseGet(() -> resolve(target.host()));
    }

    private CompletableFuture<List<InetAddress>> resolve(String host) {
        var now = nanoTime.getAsLong();
        if (lookups.size() > MOST_HOSTS) {
            lookups.values().removeIf(lookup -> lookup.answer.isDone() && now - lookup.askedAt > USABLE_NANOS);
        }
        var lookup = lookups.compute(host, (name, last) -> {
            if (last == null) {
                return new Lookup(ask(name), now, Optional.empty());
            }
            var isAsked = !last.answer.isDone()
                    || (!last.answer.isCompletedExceptionally() && now - last.askedAt < FRESH_NANOS);
            return isAsked ? last : new Lookup(ask(name), now, last.found());
        });
        return lookup.found()
                .filter(found -> now - found.askedAt < USABLE_NANOS)
                .map(found -> CompletableFuture.completedFuture(found.addresses))
                .orElse(lookup.answer);
    }

    private CompletableFuture<List<InetAddress>> ask(String host) {
        var answer = new CompletableFuture<List<InetAddress>>();
        threads.execute(() -> {
            try {
                answer.complete(List.of(names.find(host)));
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
