package com.cactuswealth.launcher;

import com.cactuswealth.servers.FreePort;
import com.cactuswealth.servers.PostgresServer;
import com.cactuswealth.servers.RedisServer;
import com.cactuswealth.servers.Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Parts parts;
    private final Thread goodbye = new Thread(this::endWithTheLauncher, "goodbye");

    private Suite(SuiteBuilder wanted, SuiteLock lock, Ports ports) {
        this.wanted = wanted;
        this.home = wanted.home;
        this.lock = lock;
        secrets = Secrets.in(home);
        administrator = Credentials.administrator(secrets);
        environment = new Environment(ports, secrets, administrator);
        partnerPort = ports.partner();
        logs = new Logs(home.resolve("logs"));
        postgres = PostgresServer.persistent(
                home.resolve("postgresql"), logs.of("postgresql"), ports.postgres(), secrets.password("postgres"));
        redis = RedisServer.persistent(
                home.resolve("redis"), logs.of("redis"), ports.redis(), secrets.password("redis"));
        parts = new Parts(postgres, redis);
        supervisor = new Supervisor(wanted.progress, parts::start, this::writeState);
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
        parts.of(service).kill();
    }

    /** Stops it in good order when it runs, starts it, and waits until it is ready. */
    public void restart(Service service) {
        var server = parts.of(service);
        server.close();
        parts.start(server);
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
        parts.addAnother(instance);
        parts.start(instance);
        return instance;
    }

    /** Process ids by name, of what lives. */
    public Map<String, Long> pids() {
        return parts.all().filter(Server::isAlive).collect(Collectors.toMap(Server::name, Server::pid));
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
                parts.add(service, process(service, url(service), environment(service), log(service)));
            }
            startStores();
            writeState();
            startTogether(parts.services()
                    .map(server -> (Runnable) () -> timed(server.name(), () -> parts.start(server)))
                    .toList());
            writeState();
            if (wanted.supervised) {
                supervisor.watch(parts.all().toList());
            }
            Thread.ofVirtual().name("rotate-logs").start(this::rotateLogs);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startStores() {
        logs.rotate();
        startTogether(List.of(
                () -> timed(postgres.name(), () -> {
                    parts.start(postgres);
                    postgres.prepare(Environment.DATABASE, rolePasswords());
                }),
                () -> timed(redis.name(), () -> parts.start(redis))));
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
                ServiceCommand.of(service, wanted),
                environment,
                artifact.getParent(),
                log,
                wanted.training ? LEARNING : GOODBYE);
    }

    private void timed(String name, Runnable start) {
        var began = System.nanoTime();
        start.run();
        wanted.progress.say("%-22s ready in %.1f s".formatted(name, (System.nanoTime() - began) / 1e9));
    }

    private void startTogether(Collection<Runnable> starts) {
        Together.run(starts, this::end);
    }

    private synchronized void writeState() {
        if (parts.haveEnded()) {
            return;
        }
        var running =
                parts.all().filter(Server::isAlive).map(SuiteState.Part::of).toList();
        var launcher = SuiteState.Running.of(ProcessHandle.current().pid());
        new SuiteState(launcher, url().toString(), wanted.packaging.name(), running).write(home);
    }

    private void rotateLogs() {
        while (true) {
            try {
                Thread.sleep(ROTATION);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (parts.haveEnded()) {
                return;
            }
            logs.rotate();
        }
    }

    private void endWithTheLauncher() {
        if (wanted.training) {
            // What would be learnt is not worth waiting for.
            parts.hurry();
        }
        end();
    }

    private synchronized void end() {
        if (parts.haveEnded()) {
            return;
        }
        wanted.progress.say("Stopping …");
        supervisor.close();
        parts.end();
        SuiteState.forget(home);
        lock.close();
        wanted.progress.say("Stopped.");
    }
}
