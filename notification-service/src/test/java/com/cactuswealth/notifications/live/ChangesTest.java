package com.cactuswealth.notifications.live;

import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.BRUNO;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARCOS;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestIssuer;
import com.cactuswealth.platform.testing.TestUser;
import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ChangesTest {

    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Duration LONGER_THAN_TEAMS_ARE_KEPT = Duration.ofMillis(1100);

    @Inject
    TestEvents events;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/ws/notifications")
    String url;

    @BeforeEach
    void teams() throws InterruptedException {
        await().until(() -> openConnections() == 0);
        leads(MARTA, ANA);
        leads(MARTA, BRUNO);
        Thread.sleep(LONGER_THAN_TEAMS_ARE_KEPT);
    }

    @Test
    void whoMaySeeTheClientIsToldThatItChangedAndNothingElse() throws InterruptedException {
        try (var ana = ready(ANA);
                var marta = ready(MARTA);
                var admin = ready(ADMIN);
                var compliance = ready(COMPLIANCE);
                var bruno = ready(BRUNO);
                var marcos = ready(MARCOS)) {
            var client = UUID.randomUUID();
            var before = Instant.now();
            clientEvent("client.status_changed", client, ANA, MARTA);

            for (var tab : List.of(ana, marta, admin, compliance)) {
                var hint = tab.nextHint();
                assertThat(names(hint)).containsExactlyInAnyOrder("type", "event", "subject", "actorId", "time");
                assertThat(hint.path("type").asText()).isEqualTo("changed");
                assertThat(hint.path("event").asText()).isEqualTo("client.status_changed");
                assertThat(hint.path("subject").asText()).isEqualTo(client.toString());
                assertThat(hint.path("actorId").asText()).isEqualTo(MARTA.id().toString());
                assertThat(Instant.parse(hint.path("time").asText())).isBetween(before, Instant.now());
                assertThat(tab.hasNoHintFor(A_MOMENT)).isTrue();
            }
            assertThat(bruno.hasNoHintFor(A_MOMENT)).isTrue();
            assertThat(marcos.hasNoHintFor(A_MOMENT)).isTrue();
        }
    }

    @Test
    void everyChangeOfAClientIsHintedAtAndAPortfolioIsOne() throws InterruptedException {
        try (var ana = ready(ANA)) {
            var client = UUID.randomUUID();
            for (var type : List.of(
                    "client.created",
                    "client.updated",
                    "client.archived",
                    "client.restored",
                    "client.from_the_future")) {
                clientEvent(type, client, ANA, ANA);
                assertThat(ana.nextHint().path("event").asText()).isEqualTo(type);
            }
            events.happened(
                    "portfolio-service",
                    "portfolio.created",
                    UUID.randomUUID(),
                    ANA,
                    Map.of(
                            "name", "Retiro",
                            "currency", "USD",
                            "clientId", client.toString(),
                            "clientName", "Pía Núñez",
                            "ownerId", ANA.id().toString()));

            var hint = ana.nextHint();
            assertThat(hint.path("event").asText()).isEqualTo("portfolio.created");
            assertThat(hint.path("subject").asText()).isEqualTo(client.toString());
        }
    }

    @Test
    void nothingElseIsHintedAtAndWhatCannotBeReadStopsNothing() throws InterruptedException {
        try (var admin = ready(ADMIN)) {
            events.happened("portfolio-service", "portfolio.valued", UUID.randomUUID(), ANA, Map.of());
            events.happened("client-service", "note.created", UUID.randomUUID(), ANA, Map.of());
            events.happened("client-service", "client.updated", UUID.randomUUID(), ANA, Map.of("ownerId", "no"));
            assertThat(admin.hasNoHintFor(A_MOMENT)).isTrue();

            clientEvent("client.updated", UUID.randomUUID(), ANA, ANA);
            assertThat(admin.nextHint().path("event").asText()).isEqualTo("client.updated");
        }
    }

    @Test
    void anAdvisorWhoChangesTeamTakesTheHintsAlong() throws InterruptedException {
        try (var marta = ready(MARTA);
                var marcos = ready(MARCOS)) {
            leads(MARCOS, ANA);
            Thread.sleep(LONGER_THAN_TEAMS_ARE_KEPT);
            clientEvent("client.updated", UUID.randomUUID(), ANA, ANA);

            assertThat(marcos.nextHint().path("type").asText()).isEqualTo("changed");
            assertThat(marta.hasNoHintFor(A_MOMENT)).isTrue();
        }
    }

    @Test
    void aTransferIsHintedAtOnceToBothOwnersAndTheirManagers() throws InterruptedException {
        try (var ana = ready(ANA);
                var bruno = ready(BRUNO);
                var marta = ready(MARTA);
                var marcos = ready(MARCOS);
                var admin = ready(ADMIN)) {
            var client = transferred(ANA, BRUNO);
            for (var tab : List.of(ana, bruno, marta, admin)) {
                var hint = tab.nextHint();
                assertThat(hint.path("event").asText()).isEqualTo("client.transferred");
                assertThat(hint.path("subject").asText()).isEqualTo(client.toString());
            }
            leads(MARCOS, BRUNO);
            Thread.sleep(LONGER_THAN_TEAMS_ARE_KEPT);
            transferred(ANA, BRUNO);
            for (var tab : List.of(ana, bruno, marta, marcos, admin)) {
                assertThat(tab.nextHint().path("event").asText()).isEqualTo("client.transferred");
                assertThat(tab.hasNoHintFor(A_MOMENT)).isTrue();
            }
        }
    }

    private UUID transferred(TestUser from, TestUser to) {
        var client = UUID.randomUUID();
        var data = Map.of(
                "id", client.toString(),
                "firstName", "Pía",
                "lastName", "Núñez",
                "fromOwnerId", from.id().toString(),
                "ownerId", to.id().toString());
        events.happened("client-service", "client.transferred", client, ADMIN, data);
        return client;
    }

    @Test
    void aManagersOwnClientsAreTheirs() throws InterruptedException {
        leads(null, MARTA);
        Thread.sleep(LONGER_THAN_TEAMS_ARE_KEPT);
        try (var marta = ready(MARTA);
                var marcos = ready(MARCOS);
                var ana = ready(ANA)) {
            clientEvent("client.updated", UUID.randomUUID(), MARTA, MARTA);

            assertThat(marta.nextHint().path("type").asText()).isEqualTo("changed");
            assertThat(marcos.hasNoHintFor(A_MOMENT)).isTrue();
            assertThat(ana.hasNoHintFor(A_MOMENT)).isTrue();
        }
    }

    @Test
    void ofAnAdvisorNotHeardOfYetEveryManagerOnlyLearnsThatSomethingChanged()
            throws InterruptedException, SQLException {
        execute("delete from advisor where id = '" + ANA.id() + "'");
        Thread.sleep(LONGER_THAN_TEAMS_ARE_KEPT);
        try (var ana = ready(ANA);
                var marta = ready(MARTA);
                var marcos = ready(MARCOS);
                var bruno = ready(BRUNO)) {
            clientEvent("client.updated", UUID.randomUUID(), ANA, ANA);

            assertThat(ana.nextHint().path("type").asText()).isEqualTo("changed");
            for (var manager : List.of(marta, marcos)) {
                var hint = manager.nextHint();
                assertThat(names(hint)).containsExactly("type");
                assertThat(hint.path("type").asText()).isEqualTo("changed_incomplete");
            }
            assertThat(bruno.hasNoHintFor(A_MOMENT)).isTrue();
        }
    }

    @Test
    void aSlowReaderLosesHintsWhichItIsToldButNoNotification() throws InterruptedException {
        var notifications = 230;
        var hints = 300;
        try (var slow = Tab.openWithoutReading(url, TestIssuer.token(ANA));
                var quick = ready(ANA)) {
            await().until(() -> openConnections() == 2);
            for (var number = 0; number < notifications; number++) {
                OtherInstance.sent(events, UUID.randomUUID(), ANA, "x".repeat(100_000));
                staysAlive(slow, number);
            }
            for (var number = 0; number < notifications; number++) {
                assertThat(quick.nextText()).hasSize(100_000);
            }
            for (var number = 0; number < hints; number++) {
                clientEvent("client.updated", UUID.randomUUID(), ANA, ANA);
                staysAlive(slow, number);
            }
            for (var number = 0; number < hints; number++) {
                assertThat(quick.nextHint().path("type").asText()).isEqualTo("changed");
            }

            slow.read();
            var told = 0;
            while (!slow.nextHint().path("type").asText().equals("changed_incomplete")) {
                told++;
            }
            assertThat(told).isLessThan(125);
            assertThat(slow.hasNoHintFor(A_MOMENT)).isTrue();
            assertThat(slow.textsSoFar()).hasSize(notifications);
            clientEvent("client.updated", UUID.randomUUID(), ANA, ANA);
            assertThat(slow.nextHint().path("type").asText()).isEqualTo("changed");
        }
    }

    @Test
    void theLanguageOfTheUrlOverridesTheBrowsers() throws InterruptedException {
        try (var english = Tab.open(url + "?language=en-GB", TestIssuer.token(ANA));
                var spanish = Tab.openInEnglish(url + "?language=es", TestIssuer.token(ANA));
                var unknown = Tab.open(url + "?language=%00", TestIssuer.token(ANA))) {
            for (var tab : List.of(english, spanish, unknown)) {
                assertThat(tab.next().path("type").asText()).isEqualTo("ready");
            }
            clientEvent("client.created", UUID.randomUUID(), ANA, MARTA);

            assertThat(english.nextText()).isEqualTo("New client added: Pía Núñez");
            assertThat(spanish.nextText()).isEqualTo("Nuevo cliente añadido: Pía Núñez");
            assertThat(unknown.nextText()).isEqualTo("Nuevo cliente añadido: Pía Núñez");
        }
    }

    private Tab ready(TestUser user) throws InterruptedException {
        var tab = Tab.open(url, TestIssuer.token(user));
        assertThat(tab.next().path("type").asText()).isEqualTo("ready");
        return tab;
    }

    private void leads(TestUser manager, TestUser user) {
        events.registered(user, manager);
        var expected = manager == null ? "null" : "'" + manager.id() + "'";
        await().until(found("select 1 from advisor where id = '%s' and manager_id is not distinct from %s"
                .formatted(user.id(), expected)));
    }

    private void clientEvent(String type, UUID client, TestUser owner, TestUser actor) {
        events.happened(
                "client-service",
                type,
                client,
                actor,
                new HashMap<>(Map.of(
                        "id", client.toString(),
                        "firstName", "Pía",
                        "lastName", "Núñez",
                        "ownerId", owner.id().toString(),
                        "fromStage", "PROSPECT",
                        "toStage", "CONTACTED")));
    }

    /** It reads nothing, so it answers no ping, but says something now and then. */
    private static void staysAlive(Tab tab, int number) {
        if (number % 100 == 0) {
            tab.send("{\"type\":\"ping\"}");
        }
    }

    private static List<String> names(JsonNode message) {
        return message.propertyStream().map(Map.Entry::getKey).toList();
    }

    private double openConnections() {
        return metrics.get("cactus.live.connections").gauge().value();
    }

    private Callable<Boolean> found(String sql) {
        return () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.next();
            }
        };
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
