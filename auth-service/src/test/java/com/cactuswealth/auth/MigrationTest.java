package com.cactuswealth.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.cactuswealth.servers.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What V3 makes of rows that were there before. */
class MigrationTest {

    private static final String ANA = "01900000-0000-7000-8000-00000000000a";
    private static final String TWIN = "01900000-0000-7000-8000-00000000000b";
    private static final String COMPOSED = "jos\u00e9@cactus.test";
    private static final String DECOMPOSED = "Jose\u0301@cactus.test";

    @Test
    void signInsGetTheirTrueBeginAndAddressesOneForm() throws SQLException {
        var postgres = PostgresServer.temporary();
        try {
            postgres.prepare("migration", Map.of("auth", "test"));
            var url = postgres.url("migration");
            migrate(url, "2");
            try (var connection = DriverManager.getConnection(url, "auth", "test")) {
                insertUser(connection, ANA, "ana", "Ana@Cactus.test");
                insertUser(connection, TWIN, "jose1", COMPOSED);
                insertUser(connection, "01900000-0000-7000-8000-00000000000c", "jose2", DECOMPOSED);
                execute(
                        connection,
                        "insert into refresh_token (hash, family_id, user_id, signed_in_at, expires_at) values "
                                + "('\\x01', '01992f5b-0c00-7abc-8def-0123456789ab', '" + ANA
                                + "', '2030-01-01T00:00:00Z', '2030-02-01T00:00:00Z')");
            }

            migrate(url, "3");

            try (var connection = DriverManager.getConnection(url, "auth", "test")) {
                assertThat(instant(connection, "select signed_in_at from refresh_token"))
                        .isEqualTo(Instant.ofEpochMilli(0x01992f5b0c00L));
                assertThat(email(connection, "ana")).isEqualTo("ana@cactus.test");
                assertThat(email(connection, "jose1")).isEqualTo(COMPOSED);
                assertThat(email(connection, "jose2")).isEqualTo(DECOMPOSED);
            }
        } finally {
            postgres.close();
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, "auth", "test")
                .locations("db/events", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void insertUser(Connection connection, String id, String username, String email)
            throws SQLException {
        execute(
                connection,
                "insert into users (id, email, username, name, role, active, password_hash, version, created_at, updated_at) "
                        + "values ('%s', '%s', '%s', 'Name', 'ADVISOR', true, 'x', 0, now(), now())"
                                .formatted(id, email, username));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String email(Connection connection, String username) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select email from users where username = '" + username + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Instant instant(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
