package com.cactuswealth.launcher;

import com.cactuswealth.servers.PostgresServer;
import com.cactuswealth.servers.RedisServer;
import com.cactuswealth.servers.Server;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The processes of a suite. They start from many threads at once, and once the end has begun none does any more. */
final class Parts {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final PostgresServer postgres;
    private final RedisServer redis;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Queue<ServiceProcess> others = new ConcurrentLinkedQueue<>();
    private final AtomicInteger starting = new AtomicInteger();
    private volatile boolean ended;
    private volatile boolean hurried;

    Parts(PostgresServer postgres, RedisServer redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    void add(Service service, ServiceProcess process) {
        services.put(service, process);
    }

    /** One more instance of a service; the suite does not count it among its own, but ends it. */
    void addAnother(ServiceProcess process) {
        others.add(process);
    }

    ServiceProcess of(Service service) {
        var process = services.get(service);
        if (process == null) {
            throw new IllegalArgumentException(service.module() + " is not part of this suite");
        }
        return process;
    }

    Stream<ServiceProcess> services() {
        return services.values().stream();
    }

    Stream<Server> all() {
        return Stream.concat(Stream.of(postgres, redis), services());
    }

    /** Starts a part, unless the end has begun: whatever is counted as starting, the end waits for. */
    void start(Server server) {
        starting.incrementAndGet();
        try {
            if (ended) {
                throw new LauncherFailure("the suite ends");
            }
            server.start();
        } finally {
            starting.decrementAndGet();
        }
    }

    boolean haveEnded() {
        return ended;
    }

    /** What the services would still do is not worth waiting for. */
    void hurry() {
        hurried = true;
        services().forEach(Server::kill);
    }

    /** Gateway first, then the services, then Redis, then PostgreSQL. */
    void end() {
        ended = true;
        closeEverything();
        // What was starting may have got its process only now.
        while (starting.get() > 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            closeEverything();
        }
        closeEverything();
    }

    private void closeEverything() {
        var gateway = services.get(Service.GATEWAY);
        if (gateway != null) {
            close(gateway);
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.concat(services(), others.stream()).forEach(server -> executor.execute(() -> close(server)));
        }
        redis.close();
        postgres.close();
    }

    private void close(ServiceProcess service) {
        if (hurried) {
            service.kill();
        } else {
            service.close();
        }
    }
}
