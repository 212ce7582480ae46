package com.cactuswealth.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * An AWS that keeps state, on the loopback address: moto, from Python's package index. Everybody who asks is account
 * {@link #ACCOUNT}; it asks for no signature and checks no policy.
 */
public final class MotoServer implements Server {

    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "us-east-1";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String VERSION = "5.2.5";
    /** Only what the services that we use need; all that moto can do would be five times as much. */
    private static final List<String> REQUIREMENTS = List.of(
            "moto==" + VERSION, "boto3==1.44.8", "flask==3.1.3", "flask-cors==6.0.5", "py-partiql-parser==0.6.3");

    private final Path python = PythonEnvironment.python("moto-" + VERSION, REQUIREMENTS);
    private final Path directory = ServerFiles.temporary("cactus-moto");
    private final int port = FreePort.any();
    private volatile ChildProcess process;

    private MotoServer() {}

    /** An empty AWS, started on a free port, that forgets everything at {@link #close} or when this JVM ends. */
    public static MotoServer temporary() {
        var server = new MotoServer();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        return server;
    }

    @Override
    public String name() {
        return "moto";
    }

    @Override
    public int port() {
        return port;
    }

    /** The endpoint of every service. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
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
        return directory.resolve("log");
    }

    /** Starts; after it has ended it comes back empty. */
    @Override
    public void start() {
        process = ChildProcess.start(
                List.of(python.toString(), "-m", "moto.server", "-H", "127.0.0.1", "-p", Integer.toString(port)),
                Map.of(),
                directory,
                log());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!FreePort.isTaken(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                var cause = process.lastTrouble();
                process.kill();
                throw new ServerFailure("moto does not start: " + cause + " (log: " + log() + ")");
            }
            process.await(Duration.ofMillis(50));
        }
    }

    /** Empties every account. */
    public void reset() {
        new MotoAccount(url()).forgetEverything();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return process.exit();
    }

    @Override
    public String lastTrouble() {
        return process.lastTrouble();
    }

    @Override
    public void close() {
        if (isAlive()) {
            process.terminate(Duration.ofSeconds(5));
        }
        ServerFiles.delete(directory);
    }
}
