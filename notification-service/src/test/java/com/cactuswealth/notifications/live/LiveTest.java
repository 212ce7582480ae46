package com.cactuswealth.notifications.live;

import static com.cactuswealth.platform.testing.As.as;
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
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class LiveTest {

    private static final Duration A_MOMENT = Duration.ofMillis(400);

    @Inject
    TestEvents events;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/ws/notifications")
    String url;

    @BeforeEach
    void emptyInboxes() throws SQLException {
        await().until(() -> openConnections() == 0);
        execute("delete from notification");
    }

    @Test
    void theOwnerSeesItAtOnceAndAnotherAdvisorSeesNoneOfIt() throws InterruptedException {
        try (var ana = ready(ANA);
                var bruno = ready(BRUNO)) {
            clientCreated(ANA, "Pía");

            var message = ana.next();
            assertThat(message.path("type").asText()).isEqualTo("notification");
            assertThat(message.path("notification").path("kind").asText()).isEqualTo("CLIENT_CREATED");
            assertThat(message.path("notification").path("text").asText())
                    .isEqualTo("Nuevo cliente añadido: Pía Núñez");
            assertThat(message.path("notification").path("readAt").isNull()).isTrue();
            assertThat(as(ANA).get("/api/v1/notifications").<String>path("items[0].id"))
                    .isEqualTo(message.path("notification").path("id").asText());
            assertThat(bruno.isSilentFor(A_MOMENT)).isTrue();
        }
    }

    @Test
    void everyTabShowsItInItsLanguage() throws InterruptedException {
        try (var spanish = ready(ANA);
                var english = Tab.openInEnglish(url, TestIssuer.token(ANA))) {
            english.next();
            clientCreated(ANA, "Pía");

            assertThat(spanish.nextText()).isEqualTo("Nuevo cliente añadido: Pía Núñez");
            assertThat(english.nextText()).isEqualTo("New client added: Pía Núñez");
        }
    }

    @Test
    void theFirstMessageTellsHowManyAreUnread() throws InterruptedException {
        clientCreated(ANA, "Uno");
        clientCreated(ANA, "Dos");
        awaitInbox(ANA, 2);

        try (var ana = Tab.open(url, TestIssuer.token(ANA))) {
            var first = ana.next();
            assertThat(first.path("type").asText()).isEqualTo("ready");
            assertThat(first.path("unread").asLong()).isEqualTo(2);
        }
    }

    @Test
    void whoeverComesBackGetsWhatTheyMissedTheOldestFirst() throws InterruptedException {
        String last;
        try (var ana = ready(ANA)) {
            clientCreated(ANA, "Vista");
            last = ana.next().path("notification").path("id").asText();
        }
        clientCreated(ANA, "Uno");
        clientCreated(ANA, "Dos");
        awaitInbox(ANA, 3);

        try (var ana = Tab.open(url + "?after=" + last, TestIssuer.token(ANA))) {
            assertThat(ana.nextText()).isEqualTo("Nuevo cliente añadido: Uno Núñez");
            assertThat(ana.nextText()).isEqualTo("Nuevo cliente añadido: Dos Núñez");
            assertThat(ana.next().path("type").asText()).isEqualTo("ready");
            clientCreated(ANA, "Tres");
            assertThat(ana.nextText()).isEqualTo("Nuevo cliente añadido: Tres Núñez");
        }
    }

    @Test
    void whoeverMissedTooMuchIsToldToLoadTheListAnew() throws InterruptedException {
        clientCreated(ANA, "Vista");
        awaitInbox(ANA, 1);
        var last = as(ANA).get("/api/v1/notifications").<String>path("items[0].id");
        IntStream.rangeClosed(1, 203).forEach(number -> clientCreated(ANA, "N" + number));
        awaitInbox(ANA, 204);

        try (var ana = Tab.open(url + "?after=" + last, TestIssuer.token(ANA))) {
            assertThat(ana.next().path("type").asText()).isEqualTo("resume_incomplete");
            for (var number = 4; number <= 203; number++) {
                assertThat(ana.nextText()).isEqualTo("Nuevo cliente añadido: N" + number + " Núñez");
            }
            assertThat(ana.next().path("unread").asLong()).isEqualTo(204);
        }
    }

    @Test
    void anUnknownLastNotificationIsToldToo() throws InterruptedException {
        for (var unknown : List.of(UUID.randomUUID().toString(), "nonsense")) {
            try (var ana = Tab.open(url + "?after=" + unknown, TestIssuer.token(ANA))) {
                assertThat(ana.next().path("type").asText()).isEqualTo("resume_incomplete");
                assertThat(ana.next().path("type").asText()).isEqualTo("ready");
            }
        }
    }

    @Test
    void nothingIsLostOrDoubledBetweenReplayAndLive() throws InterruptedException {
        clientCreated(ANA, "N0");
        awaitInbox(ANA, 1);
        var last = as(ANA).get("/api/v1/notifications").<String>path("items[0].id");
        var clients = 60;
        var writer = Thread.ofVirtual()
                .start(() -> IntStream.rangeClosed(1, clients).forEach(number -> {
                    clientCreated(ANA, "N" + number);
                    pause(Duration.ofMillis(5));
                }));

        for (var round = 0; round < 4; round++) {
            var seen = new ArrayList<String>();
            try (var ana = Tab.open(url + "?after=" + last, TestIssuer.token(ANA))) {
                while (seen.size() < clients) {
                    var message = ana.next();
                    if (message.path("type").asText().equals("notification")) {
                        seen.add(message.path("notification").path("text").asText());
                    }
                }
                assertThat(seen)
                        .isEqualTo(IntStream.rangeClosed(1, clients)
                                .mapToObj(number -> "Nuevo cliente añadido: N" + number + " Núñez")
                                .toList());
            }
        }
        writer.join();
    }

    @Test
    void anEventThatComesAfterItsReplayIsNotShownAgain() throws InterruptedException {
        clientCreated(ANA, "Vista");
        awaitInbox(ANA, 1);
        var last = as(ANA).get("/api/v1/notifications").<String>path("items[0].id");
        clientCreated(ANA, "Repetida");
        awaitInbox(ANA, 2);

        try (var ana = Tab.open(url + "?after=" + last, TestIssuer.token(ANA))) {
            var replayed = ana.next().path("notification");
            assertThat(ana.next().path("type").asText()).isEqualTo("ready");
            OtherInstance.sent(events, UUID.fromString(replayed.path("id").asText()), ANA, "Repetida");
            clientCreated(ANA, "Nueva");

            assertThat(ana.nextText()).isEqualTo("Nuevo cliente añadido: Nueva Núñez");
        }
    }

    @Test
    void whatAnotherInstanceSentIsShownHereToo() throws InterruptedException {
        try (var ana = ready(ANA)) {
            var id = UUID.randomUUID();
            OtherInstance.sent(events, id, ANA, "Algo que esta versión no conoce");

            var notification = ana.next().path("notification");
            assertThat(notification.path("id").asText()).isEqualTo(id.toString());
            assertThat(notification.path("kind").asText()).isEqualTo("FROM_THE_FUTURE");
            assertThat(notification.path("text").asText()).isEqualTo("Algo que esta versión no conoce");
        }
    }

    @Test
    void anEventThatCannotBeReadDoesNotStopTheOthers() throws InterruptedException {
        try (var ana = ready(ANA)) {
            events.happened("notification-service", "notification.sent", UUID.randomUUID(), ADMIN, Map.of("id", "no"));
            clientCreated(ANA, "Pía");

            assertThat(ana.nextText()).isEqualTo("Nuevo cliente añadido: Pía Núñez");
        }
    }

    @Test
    void withoutAValidTokenNothingOpens() {
        assertThat(Tab.refusal(url, null)).isEqualTo(401);
        assertThat(Tab.refusal(url, TestIssuer.expiredToken(ANA))).isEqualTo(401);
        assertThat(Tab.refusal(url, TestIssuer.forgedToken(ANA))).isEqualTo(401);
        assertThat(Tab.refusal(url, TestIssuer.tokenOfAnotherIssuer(ANA))).isEqualTo(401);
    }

    @Test
    void theBearerSubprotocolIsAnswered() {
        try (var tab = Tab.openWithSubprotocol(url, TestIssuer.token(COMPLIANCE), "bearer")) {
            assertThat(tab.subprotocol()).isEqualTo("bearer");
        }
    }

    @Test
    void aPingIsAnsweredAndAnythingElseRefused() throws InterruptedException {
        try (var ana = ready(ANA)) {
            ana.send("{\"type\":\"ping\"}");
            assertThat(ana.next().path("type").asText()).isEqualTo("pong");
            for (var nonsense : List.of("{\"type\":\"shout\"}", "{", "", "[]", "null")) {
                ana.send(nonsense);
                assertThat(ana.next().path("type").asText()).isEqualTo("error");
            }
            ana.send("{\"type\":\"ping\"}");
            assertThat(ana.next().path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void aLargeMessageEndsTheConnection() throws InterruptedException {
        try (var ana = ready(ANA)) {
            ana.send("{\"type\":\"" + "x".repeat(10_000) + "\"}");

            await().until(() -> openConnections() == 0);
        }
    }

    @Test
    void aUserHasOnlySoManyConnections() throws InterruptedException {
        try (var one = ready(MARCOS);
                var two = ready(MARCOS);
                var three = ready(MARCOS);
                var four = ready(MARCOS);
                var other = ready(MARTA)) {
            try (var five = Tab.open(url, TestIssuer.token(MARCOS))) {
                assertThat(five.closeCode()).isEqualTo(4029);
            }
            assertThat(List.of(one, two, three, four, other)).allMatch(Tab::isOpen);
            one.vanish();
            await().until(() -> openConnections() == 4);
            ready(MARCOS).close();
        }
    }

    @Test
    void theConnectionEndsWithItsToken() throws InterruptedException {
        try (var ana = Tab.open(url, TestIssuer.tokenFor(ANA, Duration.ofSeconds(2)))) {
            ana.next();

            assertThat(ana.closeCode()).isEqualTo(1008);
            await().until(() -> openConnections() == 0);
        }
    }

    @Test
    void aClientThatAnswersPingsStaysAndADeadOneGoes() throws InterruptedException {
        try (var alive = ready(ANA);
                var dead = Tab.openWithoutReading(url, TestIssuer.token(BRUNO))) {
            await().until(() -> openConnections() == 2);
            await().atMost(Duration.ofSeconds(20)).until(() -> openConnections() == 1);

            assertThat(dead.isOpen()).isTrue();
            clientCreated(ANA, "Pía");
            assertThat(alive.nextText()).isEqualTo("Nuevo cliente añadido: Pía Núñez");
        }
    }

    @Test
    void aSlowReaderIsClosedAndDelaysNobody() throws InterruptedException {
        try (var slow = Tab.openWithoutReading(url, TestIssuer.token(ANA));
                var quick = ready(ANA)) {
            await().until(() -> openConnections() == 2);
            var text = "x".repeat(100_000);
            for (var number = 0; number < 400; number++) {
                OtherInstance.sent(events, UUID.randomUUID(), ANA, text);
            }
            for (var number = 0; number < 400; number++) {
                assertThat(quick.nextText()).hasSize(100_000);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> openConnections() == 1);
            assertThat(slow.isOpen()).isTrue();
        }
    }

    private Tab ready(TestUser user) throws InterruptedException {
        var tab = Tab.open(url, TestIssuer.token(user));
        assertThat(tab.next().path("type").asText()).isEqualTo("ready");
        return tab;
    }

    private void clientCreated(TestUser owner, String firstName) {
        events.happened(
                "client-service",
                "client.created",
                UUID.randomUUID(),
                MARTA,
                Map.of(
                        "firstName",
                        firstName,
                        "lastName",
                        "Núñez",
                        "ownerId",
                        owner.id().toString()));
    }

    private static void awaitInbox(TestUser user, int size) {
        await().until(() -> as(user).get("/api/v1/notifications").<Integer>path("total") == size);
    }

    private double openConnections() {
        return metrics.get("cactus.live.connections").gauge().value();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
