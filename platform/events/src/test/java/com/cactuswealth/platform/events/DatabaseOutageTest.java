package com.cactuswealth.platform.events;

import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A database that is away or busy is told as that, and what it quotes of rows is told to nobody. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DatabaseOutageTest {

    private static final String LETTERS = "/api/v1/dead-letters/events-test";

    @Inject
    AgroalDataSource database;

    @Inject
    Things things;

    @Test
    void whileTheDatabaseRestartsTheAnswerIsToTryAgain() {
        as(ADMIN).get(LETTERS).then().statusCode(200);

        RealServers.postgres().kill();
        try {
            isUnavailable();
        } finally {
            RealServers.postgres().start();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(ADMIN).get(LETTERS).then().statusCode(200));
    }

    @Test
    void whenNoConnectionIsFreeTheAnswerIsToTryAgain() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (var i = 0; i < 12; i++) { // quarkus.datasource.jdbc.max-size
                taken.add(database.getConnection());
            }
            isUnavailable();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        as(ADMIN).get(LETTERS).then().statusCode(200);
    }

    @Test
    void anErrorQuotesNoRows() throws SQLException {
        var id = UUID.randomUUID();
        things.create(id, "first");

        assertThatThrownBy(() -> things.create(id, "second"))
                .rootCause()
                .hasMessageContaining("thing_pkey")
                .hasMessageNotContaining(id.toString());
        assertThat(RealServers.postgres().log()).content().doesNotContain(id.toString());
    }

    private static void isUnavailable() {
        as(ADMIN)
                .get(LETTERS)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", endsWith("/service-unavailable"))
                .body("detail", equalTo("The database is not available at the moment"));
    }
}
