package com.cactuswealth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real PostgreSQL on the loopback address. We run the binaries ourselves rather than through zonky's
 * {@code EmbeddedPostgres}, because that one trusts every connection, never syncs to disk and hides the server's
 * process, while we want a password, durable data and something to {@code kill -9}.
 */
public final class PostgresServer extends ChildServer {

    public static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=32MB",
            "max_wal_size=256MB",
            "io_method=sync",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            // What a DETAIL line quotes of a row, and a statement's parameters, are people's data.
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0");
    private static final List<String> FORGETFUL =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private final Path programs = PostgresFiles.directory().resolve("bin");
    private final OrdinaryUser user;
    private final Path data;
    private final String password;
    private final boolean durable;

    private PostgresServer(OrdinaryUser user, Path data, Path log, int port, String password, boolean durable) {
        super("postgresql", port, log);
        this.user = user;
        this.data = data.toAbsolutePath();
        this.password = password;
        this.durable = durable;
    }

    /**
     * A server whose data stays in the directory, not started yet. The superuser's password is fixed when the data
     * is first made.
     */
    public static PostgresServer persistent(Path data, Path log, int port, String password) {
        return new PostgresServer(OrdinaryUser.onThisMachine(), data, log, port, password, true);
    }

    /** A fast server, started on a free port, that forgets everything at {@link #close} or when this JVM ends. */
    public static PostgresServer temporary() {
        return temporary(OrdinaryUser.onThisMachine());
    }

    static PostgresServer temporary(OrdinaryUser user) {
        var directory = ServerFiles.temporary("cactus-postgresql");
        var server = new PostgresServer(
                user, directory.resolve("data"), directory.resolve("log"), FreePort.any(), Passwords.random(), false);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        return server;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password);
    }

    /**
     * Makes the database and, for each role, a schema of the same name that only it may use. Repeating it is
     * harmless and sets the passwords anew.
     */
    public void prepare(String database, Map<String, String> passwordsByRole) {
        try {
            new DatabasePreparation(this).prepare(database, passwordsByRole);
        } catch (SQLException e) {
            throw new ServerFailure("cannot prepare database " + database + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void start() {
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialize();
            }
            user.own(data);
            endLeftover();
            startUntilReady();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + data + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            stopInOrder();
            if (!process().await(Duration.ofSeconds(10))) {
                kill();
            }
        }
        if (!durable) {
            ServerFiles.delete(data.getParent());
        }
    }

    private void initialize() throws IOException {
        // An interrupted first start leaves files but no PG_VERSION, and initdb wants an empty directory.
        ServerFiles.delete(data);
        Files.createDirectories(data);
        var passwordFile = Files.createTempFile(data.getParent(), "password", null);
        try {
            Files.writeString(passwordFile, password);
            user.own(data);
            user.own(passwordFile);
            var arguments = new ArrayList<>(List.of(
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // The same order of text on every machine, whatever its C library.
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            if (!durable) {
                arguments.add("--no-sync");
            }
            var initdb = run("initdb", arguments);
            if (!initdb.await(PATIENCE) || initdb.exit().join() != 0) {
                throw new ServerFailure("PostgreSQL cannot make its data: " + initdb.lastTrouble());
            }
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void startUntilReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            isNow(run("postgres", serverArguments()));
            if (becomesReady(deadline)) {
                return;
            }
            // Processes of a killed server need a moment to notice and let go of its memory.
            if (isAlive() || !process().hasSaid("still in use") || System.nanoTime() > deadline) {
                throw doesNotStart();
            }
            pause();
        }
    }

    private boolean becomesReady(long deadline) {
        DriverLog.CONNECTIONS.setLevel(Level.SEVERE);
        while (isAlive() && System.nanoTime() < deadline) {
            try (var connection = connect("postgres")) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    throw new ServerFailure("the data in " + data + " was made with another password", e);
                }
                pause();
            }
        }
        return false;
    }

    /** A launcher that was killed leaves its server behind; a machine that lost power leaves only its pid. */
    private void endLeftover() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var leftover = Files.readAllLines(pidFile).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(PostgresServer::isPostgres);
        if (leftover.isPresent()) {
            stopInOrder();
            leftover.get().destroyForcibly();
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle handle) {
        return handle.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    /** Disconnects clients and shuts down cleanly. */
    private void stopInOrder() {
        run("pg_ctl", List.of("stop", "--pgdata=" + data, "--mode=fast", "--timeout=20"))
                .await(Duration.ofSeconds(25));
    }

    private List<String> serverArguments() {
        var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port())));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        if (!durable) {
            FORGETFUL.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        }
        return arguments;
    }

    private ChildProcess run(String program, List<String> arguments) {
        return ChildProcess.start(user.command(programs.resolve(program), arguments), Map.of(), data, log());
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted", e);
        }
    }

    /**
     * The driver warns of connections that break, as they do while a server starts or ends; what matters is thrown as well.
     * Not asked for before the driver asks: the first to ask decides which log manager there is.
     */
    private static final class DriverLog {

        static final Logger CONNECTIONS = Logger.getLogger("org.postgresql.core.ConnectionFactory");
    }
}
