package com.cactuswealth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final Map<String, String> ROLES = Map.of("auth", "of-auth", "clients", "it's \"quoted\"");

    @TempDir
    private Path directory;

    private PostgresServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void keepsItsDataWhenStoppedAndStartedAgain() throws SQLException {
        server = persistent(FreePort.any());
        execute("CREATE TABLE kept AS SELECT 1 AS id");

        server.close();
        server = persistent(FreePort.any());

        assertThat(execute("SELECT id FROM kept")).containsExactly("1");
        assertThat(execute("SHOW fsync")).containsExactly("on");
    }

    @Test
    void keepsCommittedDataWhenKilledAndComesBackOnTheSamePort() throws SQLException {
        server = persistent(FreePort.any());
        execute("CREATE TABLE kept AS SELECT 1 AS id");
        var port = server.port();
        var firstPid = server.pid();

        server.kill();
        assertThat(server.isAlive()).isFalse();
        server.start();

        assertThat(server.port()).isEqualTo(port);
        assertThat(server.pid()).isNotEqualTo(firstPid);
        assertThat(execute("SELECT id FROM kept")).containsExactly("1");
    }

    @Test
    void takesOverFromAServerThatAKilledLauncherLeftRunning() throws SQLException {
        var left = persistent(FreePort.any());
        server = persistent(FreePort.any());

        assertThat(left.isAlive()).isFalse();
        assertThat(execute("SELECT 1")).containsExactly("1");
    }

    @Test
    void startsWhenAPidFileNamesAProcessThatIsNotPostgresql() throws Exception {
        server = persistent(FreePort.any());
        var pidFile = directory.resolve("data/postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(pidFile));
        server.kill();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        server.start();

        assertThat(execute("SELECT 1")).containsExactly("1");
    }

    @Test
    void asksForThePassword() {
        server = persistent(FreePort.any());

        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), PostgresServer.SUPERUSER, "x"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aRoleCannotReadTheSchemaOfAnother() throws SQLException {
        server = PostgresServer.temporary();
        server.prepare("cactus", ROLES);
        executeAs("auth", "CREATE TABLE secret AS SELECT 1 AS id");

        assertThat(executeAs("auth", "SELECT id FROM secret")).containsExactly("1");
        assertThatThrownBy(() -> executeAs("clients", "SELECT id FROM auth.secret"))
                .hasMessageContaining("permission denied for schema auth");
        assertThatThrownBy(() -> executeAs("clients", "CREATE TABLE public.anything (id int)"))
                .hasMessageContaining("permission denied for schema public");
        assertThatThrownBy(() -> executeAs("clients", "CREATE SCHEMA another"))
                .hasMessageContaining("permission denied for database cactus");
    }

    @Test
    void preparingTwiceKeepsTheDataAndSetsThePasswords() throws SQLException {
        server = PostgresServer.temporary();
        server.prepare("cactus", Map.of("auth", "first"));
        server.prepare("cactus", ROLES);
        executeAs("auth", "CREATE TABLE kept AS SELECT 1 AS id");
        server.prepare("cactus", ROLES);

        assertThat(executeAs("auth", "SELECT id FROM kept")).containsExactly("1");
    }

    @Test
    void theLogQuotesNoRows() throws Exception {
        server = persistent(FreePort.any());
        execute("CREATE TABLE person (email text UNIQUE)");
        var insert = "INSERT INTO person VALUES (?)";
        try (var connection = server.connect("postgres");
                var statement = connection.prepareStatement(insert)) {
            statement.setString(1, "ana@example.com");
            statement.executeUpdate();
            assertThatThrownBy(statement::executeUpdate).hasMessageContaining("duplicate key");
        }

        assertThat(Files.readString(server.log()))
                .contains("duplicate key value violates unique constraint \"person_email_key\"")
                .doesNotContain("ana@example.com")
                .doesNotContain("DETAIL");
    }

    @Test
    void aTemporaryServerLeavesNothingBehind() {
        server = PostgresServer.temporary();
        var files = server.log().getParent();
        assertThat(files).exists();

        server.close();

        assertThat(files).doesNotExist();
    }

    @Test
    void runsInEveryWayThisMachineHasOfNotBeingRoot() throws SQLException {
        for (var user : OrdinaryUser.possible()) {
            server = PostgresServer.temporary(user);

            assertThat(execute("SELECT 1")).containsExactly("1");

            server.close();
        }
    }

    private PostgresServer persistent(int port) {
        var started = PostgresServer.persistent(directory.resolve("data"), directory.resolve("log"), port, "secret");
        started.start();
        return started;
    }

    private List<String> execute(String sql) throws SQLException {
        return execute(server.url("postgres"), PostgresServer.SUPERUSER, server.password(), sql);
    }

    private List<String> executeAs(String role, String sql) throws SQLException {
        return execute(server.url("cactus"), role, ROLES.get(role), sql);
    }

    private static List<String> execute(String url, String user, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            var values = new ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }
}
