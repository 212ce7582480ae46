package com.cactuswealth.servers;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One database in which each role owns the schema of its name and cannot see into the others. */
final class DatabasePreparation {

    private final PostgresServer server;

    DatabasePreparation(PostgresServer server) {
        this.server = server;
    }

    void prepare(String database, Map<String, String> passwordsByRole) throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            if (!exists(statement, "pg_database WHERE datname", database)) {
                statement.execute("CREATE DATABASE " + name(statement, database));
            }
            statement.execute("REVOKE ALL ON DATABASE " + name(statement, database) + " FROM PUBLIC");
            statement.execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
        }
        try (var connection = server.connect(database);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (var role : passwordsByRole.entrySet()) {
                prepareRole(statement, database, role.getKey(), role.getValue());
            }
            connection.commit();
        }
    }

    private static void prepareRole(Statement statement, String database, String role, String password)
            throws SQLException {
        var name = name(statement, role);
        if (!exists(statement, "pg_roles WHERE rolname", role)) {
            statement.execute("CREATE ROLE " + name);
        }
        statement.execute("ALTER ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD "
                + statement.enquoteLiteral(password));
        statement.execute("GRANT CONNECT ON DATABASE " + name(statement, database) + " TO " + name);
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + name);
        statement.execute("REVOKE ALL ON SCHEMA " + name + " FROM PUBLIC");
    }

    private static boolean exists(Statement statement, String where, String value) throws SQLException {
        try (var rows = statement.executeQuery("SELECT 1 FROM " + where + " = " + statement.enquoteLiteral(value))) {
            return rows.next();
        }
    }

    private static String name(Statement statement, String identifier) throws SQLException {
        return statement.enquoteIdentifier(identifier, true);
    }
}
