package com.cactuswealth.launcher;

import com.cactuswealth.servers.ChildProcess;
import com.cactuswealth.servers.Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One of our services as a process: ready when it says so itself. */
final class ServiceProcess implements Server {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Service service;
    private final URI url;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;
    private final Path log;
    private final Duration goodbye;
    private volatile ChildProcess process;

    ServiceProcess(
            Service service,
            URI url,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            Duration goodbye) {
        this.service = service;
        this.url = url;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.directory = directory;
        this.log = log;
        this.goodbye = goodbye;
    }

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public int port() {
        return url.getPort();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void start() {
        process = ChildProcess.start(command, environment, directory, log);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Health.isReady(url)) {
            if (process.await(Duration.ofMillis(50))) {
                throw new LauncherFailure(name() + " ended while starting: " + lastTrouble() + " (log: " + log + ")");
            }
            if (System.nanoTime() > deadline) {
                throw new LauncherFailure(name() + " is not ready after " + PATIENCE.toSeconds() + " s: "
                        + lastTrouble() + " (log: " + log + ")");
            }
        }
    }

    @Override
    public void kill() {
        if (isAlive()) {
            // A JVM that learns has a child that writes down what it learnt.
            ProcessHandle.of(pid()).stream()
                    .flatMap(ProcessHandle::descendants)
                    .forEach(ProcessHandle::destroyForcibly);
            process.kill();
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            process.terminate(goodbye);
        }
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return process.exit();
    }

    @Override
    public String lastTrouble() {
        return LogLine.message(process.lastTrouble());
    }
}
