package com.cactuswealth.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What the first release wrote is complete after an upgrade. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MigrationTest {

    private static final String ROLE = "clients";
    private static final String PASSWORD = "test";

    @Test
    void timelineAndTimesInStageAreFilledFromTheStageHistory() throws SQLException {
        RealServers.postgres().prepare("upgrade", Map.of(ROLE, PASSWORD));
        var url = RealServers.postgres().url("upgrade");
        migrate(url, "1");
        try (var database = DriverManager.getConnection(url, ROLE, PASSWORD)) {
            execute(database, """
                    insert into client (id, owner_id, first_name, last_name, email, risk_profile, stage, version,
                        created_at, updated_at)
                    select id::uuid, gen_random_uuid(), 'María', 'Ñandú', mail, 'LOW', stage, 0, '2025-01-01Z', '2025-05-01Z'
                    from (values ('00000000-0000-0000-0000-000000000001', 'Moved@example.com', 'DORMANT'),
                        ('00000000-0000-0000-0000-000000000002', 'unmoved@example.com', 'PROSPECT')) c (id, mail, stage)""");
            execute(database, """
                    insert into stage_change (id, client_id, from_stage, to_stage, changed_by, changed_at)
                    select gen_random_uuid(), '00000000-0000-0000-0000-000000000001', left_, entered, gen_random_uuid(), at::timestamptz
                    from (values (null, 'PROSPECT', '2025-01-01Z'), ('PROSPECT', 'ACTIVE_INSURED', '2025-02-01Z'),
                        ('ACTIVE_INSURED', 'ACTIVE_INVESTOR', '2025-03-01Z'), ('ACTIVE_INVESTOR', 'DORMANT', '2025-04-01Z'))
                        c (left_, entered, at)""");

            migrate(url, "2");

            assertThat(rows(database, "select stage_since::date, won_at::date, search from client order by id"))
                    .containsExactly(
                            "2025-04-01 2025-02-01 maria nandu moved@example.com ",
                            "2025-01-01 null maria nandu unmoved@example.com ");
            assertThat(rows(database, "select to_stage, from_since::date, '' from stage_change order by changed_at"))
                    .containsExactly(
                            "PROSPECT null ",
                            "ACTIVE_INSURED 2025-01-01 ",
                            "ACTIVE_INVESTOR 2025-02-01 ",
                            "DORMANT 2025-03-01 ");
            assertThat(rows(database, "select kind, happened_at::date, to_stage from activity order by happened_at"))
                    .containsExactly(
                            "CLIENT_CREATED 2025-01-01 null",
                            "STAGE_CHANGED 2025-02-01 ACTIVE_INSURED",
                            "STAGE_CHANGED 2025-03-01 ACTIVE_INVESTOR",
                            "STAGE_CHANGED 2025-04-01 DORMANT");
        }
    }

    @Test
    void clientsOfBeforeAreFoundByTheDigitsOfTheirPhone() throws SQLException {
        RealServers.postgres().prepare("contact", Map.of(ROLE, PASSWORD));
        var url = RealServers.postgres().url("contact");
        migrate(url, "5");
        try (var database = DriverManager.getConnection(url, ROLE, PASSWORD)) {
            execute(database, """
                    insert into client (id, owner_id, first_name, last_name, email, phone, risk_profile, stage, stage_since,
                        version, created_at, updated_at)
                    select gen_random_uuid(), gen_random_uuid(), 'Ñ', name, name || '@x', phone, 'LOW', 'DORMANT', now(),
                        0, now(), now()
                    from (values ('a', '+54 9 (11) 5555-1234'), ('b', null)) c (name, phone)""");

            migrate(url, "6");

            assertThat(rows(database, "select search, '', '' from client order by last_name"))
                    .containsExactly("n a a@x +54 9 (11) 5555-1234 5491155551234  ", "n b b@x    ");
            execute(database, "update client set email = null where phone is not null");
            assertThatThrownBy(() -> execute(database, "update client set email = null where phone is null"))
                    .hasMessageContaining("client_contact");
        }
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, ROLE, PASSWORD)
                .locations("db/events", "db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                rows.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
            }
            return rows;
        }
    }
}
