package com.cactuswealth.launcher;

import com.cactuswealth.servers.FreePort;
import com.cactuswealth.servers.PostgresServer;
import com.cactuswealth.servers.RedisServer;
import com.cactuswealth.servers.Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole of Cactus on this machine: PostgreSQL, Redis and every service as processes of their own, with what
 * tests need to hurt them one at a time.
 *
 * {@snippet :
 * try (var suite = Suite.in(directory).start()) {
 *     suite.kill(Service.WEBHOOKS);
 *     suite.restart(Service.WEBHOOKS);
 * }
 * }
 */
public final class Suite implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(20);
    private static final Duration LEARNING = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration ROTATION = Duration.ofMinutes(1);

    private final Path home;
    private final SuiteBuilder wanted;
    private final Secrets secrets;
    private final Environment environment;
    private final int partnerPort;
    private final Credentials administrator;
    private final Logs logs;
    private final SuiteLock lock;
    private final Supervisor supervisor;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Queue<ServiceProcess> others = new ConcurrentLinkedQueue<>();
    private final Thread goodbye = new Thread(this::endWithTheLauncher, "goodbye");
    private final AtomicInteger starting = new AtomicInteger();
    private volatile boolean ended;
    private volatile boolean hurried;

    private Suite(SuiteBuilder wanted, SuiteLock lock, Ports ports) {
        this.wanted = wanted;
        this.home = wanted.home;
        this.lock = lock;
        secrets = new Secrets(home.resolve("secrets.properties"));
        administrator = new Credentials("admin@cactus.example", "admin", secrets.password("admin"));
        environment = new Environment(ports, secrets, administrator);
        partnerPort = ports.partner();
        logs = new Logs(home.resolve("logs"));
        postgres = PostgresServer.persistent(
                home.resolve("postgresql"), logs.of("postgresql"), ports.postgres(), secrets.password("postgres"));
        redis = RedisServer.persistent(
                home.resolve("redis"), logs.of("redis"), ports.redis(), secrets.password("redis"));
        supervisor = new Supervisor(wanted.progress, this::start, this::writeState);
    }

    /** A suite that keeps its data, secrets and logs in that directory. */
    public static SuiteBuilder in(Path home) {
        return new SuiteBuilder(home);
    }

    static Suite start(SuiteBuilder wanted) {
        PrivateFiles.directory(wanted.home);
        PrivateFiles.directory(wanted.home.resolve("logs"));
        var lock = SuiteLock.of(wanted.home);
        try {
            SuiteState.read(wanted.home).ifPresent(state -> {
                wanted.progress.say("Ending what a killed launcher left running …");
                state.endLeftovers();
            });
            var ports = wanted.port == 0 ? Ports.free() : Ports.from(wanted.port);
            var suite = new Suite(wanted, lock, ports);
            suite.startEverything();
            return suite;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The public address, which is the gateway's. */
    public URI url() {
        return environment.publicUrl();
    }

    /** A service's own address, for health and metrics. */
    public URI url(Service service) {
        return environment.url(service);
    }

    /** Reserved for a partner of the demo, which is no part of the suite. */
    public int partnerPort() {
        return partnerPort;
    }

    /** The administrator that auth-service makes when it has no users yet. */
    public Credentials administrator() {
        return administrator;
    }

    /** A password that stays the same for this suite's data. */
    public String password(String name) {
        return secrets.password(name);
    }

    /** What the service gets beside our own environment, whether it runs or not. */
    public Map<String, String> environment(Service service) {
        var all = new LinkedHashMap<>(environment.of(service));
        all.putAll(wanted.environment.getOrDefault(service, Map.of()));
        return all;
    }

    /** To be killed, started, and looked into. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** To be killed and started. */
    public RedisServer redis() {
        return redis;
    }

    /** SIGKILL. */
    public void kill(Service service) {
        server(service).kill();
    }

    /** Stops it in good order when it runs, starts it, and waits until it is ready. */
    public void restart(Service service) {
        var server = server(service);
        server.close();
        start(server);
        writeState();
    }

    /**
     * Starts one more instance of a service, which shares the work but gets no requests from the gateway. The caller ends
     * it, the suite at the latest.
     */
    public Server startAnother(Service service) {
        var port = FreePort.any();
        var own = new HashMap<>(environment(service));
        own.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        own.put("CACTUS_EVENTS_INSTANCE", "instance-" + port);
        var url = URI.create("http://127.0.0.1:" + port);
        var instance = process(service, url, own, logs.of(service.module() + "-" + port));
        others.add(instance);
        start(instance);
        return instance;
    }

    /** Process ids by name, of what lives. */
    public Map<String, Long> pids() {
        return servers().filter(Server::isAlive).collect(Collectors.toMap(Server::name, Server::pid));
    }

    public Path log(Service service) {
        return logs.of(service.module());
    }

    /** Gateway first, then the services, then Redis, then PostgreSQL. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(goodbye);
        } catch (IllegalStateException e) {
            // The JVM ends already, and with it the hook runs.
        }
        end();
    }

    private void startEverything() {
        Runtime.getRuntime().addShutdownHook(goodbye);
        try {
            for (var service : wanted.services) {
                services.put(service, process(service, url(service), environment(service), log(service)));
            }
            startStores();
            writeState();
            inParallel(services.values().stream()
                    .map(server -> (Runnable) () -> timed(server.name(), () -> start(server)))
                    .toList());
            writeState();
            if (wanted.supervised) {
                supervisor.watch(servers().toList());
            }
            Thread.ofVirtual().name("rotate-logs").start(this::rotateLogs);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startStores() {
        logs.rotate();
        inParallel(List.of(
                () -> timed(postgres.name(), () -> {
                    start(postgres);
                    postgres.prepare(Environment.DATABASE, rolePasswords());
                }),
                () -> timed(redis.name(), () -> start(redis))));
    }

    /** Starts a part of the suite, unless the end has begun: whatever is counted as starting, the end waits for. */
    private void start(Server server) {
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

    private Map<String, String> rolePasswords() {
        return Stream.of(Service.values())
                .flatMap(service -> service.role().stream())
                .collect(Collectors.toMap(role -> role, secrets::password));
    }

    private ServiceProcess process(Service service, URI url, Map<String, String> environment, Path log) {
        var artifact = wanted.packaging(service).artifact(wanted.project, service.module());
        return new ServiceProcess(
                service,
                url,
                command(service),
                environment,
                artifact.getParent(),
                log,
                wanted.training ? LEARNING : GOODBYE);
    }

    private List<String> command(Service service) {
        var cache = AotCache.of(wanted.project, service);
        var options = new ArrayList<String>();
        if (!wanted.longRunning) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.addAll(wanted.training ? cache.optionsToLearn() : cache.optionsToUse());
        var command = new ArrayList<String>(wanted.training ? List.of("nice", "-n", "19") : List.of());
        command.addAll(wanted.packaging(service).command(wanted.project, service.module(), options));
        return command;
    }

    private ServiceProcess server(Service service) {
        var server = services.get(service);
        if (server == null) {
            throw new IllegalArgumentException(service.module() + " is not part of this suite");
        }
        return server;
    }

    private Stream<Server> servers() {
        return Stream.concat(Stream.of(postgres, redis), services.values().stream());
    }

    private void timed(String name, Runnable start) {
        var began = System.nanoTime();
        start.run();
        wanted.progress.say("%-22s ready in %.1f s".formatted(name, (System.nanoTime() - began) / 1e9));
    }

    /** The first failure ends everything, so that the other starts do not wait in vain. */
    private void inParallel(Collection<Runnable> tasks) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ExecutorCompletionService<Void>(executor);
            tasks.forEach(task -> running.submit(task, null));
            for (var _ : tasks) {
                try {
                    running.take().get();
                } catch (ExecutionException e) {
                    end();
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    end();
                    throw new LauncherFailure("interrupted", e);
                }
            }
        }
    }

    private synchronized void writeState() {
        if (ended) {
            return;
        }
        var parts = servers().filter(Server::isAlive).map(SuiteState.Part::of).toList();
        var launcher = SuiteState.Running.of(ProcessHandle.current().pid());
        new SuiteState(launcher, url().toString(), wanted.packaging.name(), parts).write(home);
    }

    private void rotateLogs() {
        while (true) {
            try {
                Thread.sleep(ROTATION);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (ended) {
                return;
            }
            logs.rotate();
        }
    }

    private void endWithTheLauncher() {
        if (wanted.training) {
            // What would be learnt is not worth waiting for.
            hurried = true;
            services.values().forEach(Server::kill);
        }
        end();
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        wanted.progress.say("Stopping …");
        supervisor.close();
        closeEverything();
        // What was starting may have got its process only now.
        while (starting.get() > 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            closeEverything();
        }
        closeEverything();
        SuiteState.forget(home);
        lock.close();
        wanted.progress.say("Stopped.");
    }

    private void closeEverything() {
        var gateway = services.get(Service.GATEWAY);
        if (gateway != null) {
            close(gateway);
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            services.values().forEach(server -> executor.execute(() -> close(server)));
            others.forEach(server -> executor.execute(() -> close(server)));
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
