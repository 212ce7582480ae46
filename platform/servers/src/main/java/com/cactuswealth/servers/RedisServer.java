package com.cactuswealth.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Redis on the loopback address: the machine's own {@code redis-server} when it is 7 or newer, else the one
 * in a Maven artifact. It is our own child process, so that a test can {@code kill -9} it.
 */
public final class RedisServer extends ChildServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path program = program();
    private final Path directory;
    private final String password;
    private final boolean durable;

    private RedisServer(Path directory, Path log, int port, String password, boolean durable) {
        super("redis", port, log);
        this.directory = directory.toAbsolutePath();
        this.password = password;
        this.durable = durable;
    }

    /** A server, not started yet, that appends every change to a file in the directory, synced each second. */
    public static RedisServer persistent(Path directory, Path log, int port, String password) {
        return new RedisServer(directory, log, port, password, true);
    }

    /** A server, started on a free port, that forgets everything at {@link #close} or when this JVM ends. */
    public static RedisServer temporary() {
        var directory = ServerFiles.temporary("cactus-redis");
        var server = new RedisServer(directory, directory.resolve("log"), FreePort.any(), Passwords.random(), false);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        return server;
    }

    /** The redis-server that runs here. */
    public static Path program() {
        return RedisFiles.program();
    }

    /** The address with the password, as Redis clients take it. */
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port();
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(directory);
            isNow(ChildProcess.start(
                    List.of(program.toString(), configuration().toString()), Map.of(), directory, log()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + directory + ": " + e.getMessage(), e);
        }
        awaitAnswer(() -> ping().equals("+PONG"), PATIENCE);
    }

    @Override
    public void close() {
        if (isAlive()) {
            process().terminate(Duration.ofSeconds(10));
        }
        if (!durable) {
            ServerFiles.delete(directory);
        }
    }

    private Path configuration() throws IOException {
        var lines = new ArrayList<>(List.of(
                "bind 127.0.0.1",
                "port " + port(),
                "requirepass " + password,
                "dir \"" + directory + "\"",
                "save \"\"",
                "maxmemory-policy noeviction"));
        lines.addAll(durable ? List.of("appendonly yes", "appendfsync everysec") : List.of("appendonly no"));
        var file = directory.resolve("redis.conf");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, lines);
    }

    /** The answer to PING, which is an error while the data is being read. */
    private String ping() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            answers.readLine();
            return answers.readLine();
        } catch (IOException e) {
            return "";
        }
    }
}
