package com.cactuswealth.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An AWS that keeps state, on the loopback address: moto, from Python's package index. Everybody who asks is account
 * {@link #ACCOUNT}; it asks for no signature and checks no policy.
 */
public final class MotoServer extends ChildServer {

    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "us-east-1";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String VERSION = "5.2.5";
    /** Only what the services that we use need; all that moto can do would be five times as much. */
    private static final List<String> REQUIREMENTS = List.of(
            "moto==" + VERSION, "boto3==1.44.8", "flask==3.1.3", "flask-cors==6.0.5", "py-partiql-parser==0.6.3");

    private final Path python = PythonEnvironment.python("moto-" + VERSION, REQUIREMENTS);
    private final Path directory;

    private MotoServer(Path directory) {
        super("moto", FreePort.any(), directory.resolve("log"));
        this.directory = directory;
    }

    /** An empty AWS, started on a free port, that forgets everything at {@link #close} or when this JVM ends. */
    public static MotoServer temporary() {
        var server = new MotoServer(ServerFiles.temporary("cactus-moto"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        return server;
    }

    /** The endpoint of every service. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Starts; after it has ended it comes back empty. */
    @Override
    public void start() {
        isNow(ChildProcess.start(
                List.of(python.toString(), "-m", "moto.server", "-H", "127.0.0.1", "-p", Integer.toString(port())),
                Map.of(),
                directory,
                log()));
        awaitAnswer(() -> FreePort.isTaken(port()), PATIENCE);
    }

    /** Empties every account. */
    public void reset() {
        new MotoAccount(url()).forgetEverything();
    }

    @Override
    public void close() {
        if (isAlive()) {
            process().terminate(Duration.ofSeconds(5));
        }
        ServerFiles.delete(directory);
    }
}
