package com.cactuswealth.notifications.inbox;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.BRUNO;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.platform.testing.TestIssuer;
import com.cactuswealth.platform.testing.TestUser;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class InboxTest {

    private static final String NOTIFICATIONS = "/api/v1/notifications";

    @Inject
    TestEvents events;

    @Inject
    AgroalDataSource database;

    @Inject
    Housekeeping housekeeping;

    @BeforeEach
    void emptyInboxes() throws SQLException {
        execute("delete from notification");
    }

    @Test
    void theOwnerIsToldOfANewClientInTheirLanguage() {
        var client = clientCreated(ANA, "Pía", "Núñez");

        await().untilAsserted(() -> as(ANA).get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("CLIENT_CREATED"))
                .body("items[0].title", equalTo("New client"))
                .body("items[0].text", equalTo("New client added: Pía Núñez"))
                .body("items[0].link", equalTo("/clients/" + client))
                .body("items[0].readAt", nullValue())
                .body("total", equalTo(1))
                .body("unread", equalTo(1)));
        in("es-AR,es;q=0.9,en;q=0.8", ANA)
                .get(NOTIFICATIONS)
                .then()
                .body("items[0].title", equalTo("Cliente nuevo"))
                .body("items[0].text", equalTo("Nuevo cliente añadido: Pía Núñez"));
    }

    @Test
    void theOwnerIsToldOfAStageInTheWordsOfTheScreen() {
        events.happened(
                "client-service",
                "client.status_changed",
                UUID.randomUUID(),
                MARTA,
                Map.of(
                        "firstName", "Pía",
                        "lastName", "Núñez",
                        "ownerId", ANA.id().toString(),
                        "fromStage", "PROSPECT",
                        "toStage", "FIRST_MEETING"));

        tellsInSpanish(ANA, "Pía Núñez pasó de Prospecto a Primera reunión");
        assertThat(texts(ANA, "en")).containsExactly("Pía Núñez moved from Prospect to First meeting");
    }

    @Test
    void nobodyIsToldOfWhatTheyDidThemselves() {
        var data = Map.of(
                "firstName", "Pía",
                "lastName", "Núñez",
                "name", "Retiro",
                "currency", "USD",
                "clientId", UUID.randomUUID().toString(),
                "clientName", "Pía Núñez",
                "fromStage", "PROSPECT",
                "toStage", "FIRST_MEETING",
                "fromOwnerId", BRUNO.id().toString(),
                "ownerId", MARTA.id().toString());
        for (var type : List.of("client.created", "client.status_changed", "client.transferred")) {
            events.happened("client-service", type, UUID.randomUUID(), MARTA, data);
        }
        events.happened("portfolio-service", "portfolio.created", UUID.randomUUID(), MARTA, data);
        // The events of one source come in order: when what follows was told, the rest was handled.
        clientCreated(ANA, "Pía", "Núñez");
        var others = new HashMap<>(data);
        others.put("ownerId", ANA.id().toString());
        events.happened("portfolio-service", "portfolio.created", UUID.randomUUID(), MARTA, others);

        await().until(() -> texts(ANA, "en").size() == 2);
        assertThat(texts(MARTA, "en")).isEmpty();
    }

    @Test
    void whoGetsAClientFromAnotherAdvisorIsTold() {
        var client = UUID.randomUUID();
        events.happened(
                "client-service",
                "client.transferred",
                client,
                MARTA,
                Map.of(
                        "id", client.toString(),
                        "firstName", "Pía",
                        "lastName", "Núñez",
                        "fromOwnerId", ANA.id().toString(),
                        "ownerId", BRUNO.id().toString()));

        tellsInSpanish(BRUNO, "Pía Núñez ahora es tu cliente");
        as(BRUNO)
                .get(NOTIFICATIONS)
                .then()
                .body("items[0].kind", equalTo("CLIENT_TRANSFERRED"))
                .body("items[0].title", equalTo("Client assigned"))
                .body("items[0].text", equalTo("Pía Núñez is now your client"))
                .body("items[0].link", equalTo("/clients/" + client));
        assertThat(texts(ANA, "es")).isEmpty();
    }

    @Test
    void theOwnerIsToldOfANewPortfolioAndLedToItsClient() {
        var client = UUID.randomUUID().toString();
        events.happened(
                "portfolio-service",
                "portfolio.created",
                UUID.randomUUID(),
                MARTA,
                Map.of(
                        "name", "Retiro {currency} $1",
                        "currency", "USD",
                        "clientId", client,
                        "clientName", "Pía Núñez",
                        "ownerId", ANA.id().toString()));

        tellsInSpanish(ANA, "Nueva cartera «Retiro {currency} $1» (USD) de Pía Núñez");
        in("es", ANA).get(NOTIFICATIONS).then().body("items[0].link", equalTo("/clients/" + client));
    }

    @Test
    void whoeverMadeAWebhookIsToldThatItWasDisabled() {
        events.happened(
                "webhook-service",
                "webhook.endpoint_disabled",
                UUID.randomUUID(),
                MARTA,
                Map.of(
                        "url", "https://partner.test/hook",
                        "reason", "410",
                        "createdBy", ADMIN.id().toString()));

        tellsInSpanish(ADMIN, "Se desactivó el webhook https://partner.test/hook: 410");
    }

    @Test
    void aManagerIsToldOfANewAdvisorAndNobodyOfOneWithoutAManager() {
        events.registered(COMPLIANCE, null);
        events.registered(BRUNO, MARTA);

        tellsInSpanish(MARTA, "Bruno Advisor se sumó a tu equipo");
        assertThat(texts(BRUNO, "es")).isEmpty();
        assertThat(texts(COMPLIANCE, "es")).isEmpty();
    }

    @Test
    void anotherAdvisorSeesNoneOfIt() {
        clientCreated(ANA, "Pía", "Núñez");
        var id = onlyId(ANA);

        as(BRUNO).get(NOTIFICATIONS).then().body("items", hasSize(0)).body("unread", equalTo(0));
        as(BRUNO).put(NOTIFICATIONS + "/{id}/read", id).then().statusCode(404).body("type", endsWith("/not-found"));
        as(BRUNO).delete(NOTIFICATIONS + "/{id}", id).then().statusCode(404);
        as(BRUNO).put(NOTIFICATIONS + "/read").then().statusCode(204);
        as(ADMIN).put(NOTIFICATIONS + "/{id}/read", id).then().statusCode(404);
        assertThat(unread(ANA)).isEqualTo(1);
    }

    @Test
    void withoutSignInThereIsNoInbox() {
        anonymous().get(NOTIFICATIONS).then().statusCode(401).body("type", endsWith("/unauthenticated"));
    }

    @Test
    void theSameEventDeliveredTwiceTellsOnce() {
        var event = events.envelope(
                UUID.randomUUID(),
                "client-service",
                "client.created",
                UUID.randomUUID(),
                MARTA,
                clientOf(ANA, "Una", "Vez"));
        events.publish("client-service", event);
        events.publish("client-service", event);
        clientCreated(ANA, "Otra", "Persona");

        await().until(() -> texts(ANA, "en").contains("New client added: Otra Persona"));
        assertThat(texts(ANA, "en")).containsExactly("New client added: Otra Persona", "New client added: Una Vez");
    }

    @Test
    void whatIsReadStaysReadSinceTheFirstTime() {
        clientCreated(ANA, "Pía", "Núñez");
        var id = onlyId(ANA);

        as(ANA).put(NOTIFICATIONS + "/{id}/read", id).then().statusCode(204);
        var first = as(ANA).get(NOTIFICATIONS)
                .then()
                .body("items[0].readAt", notNullValue())
                .body("unread", equalTo(0))
                .extract()
                .<String>path("items[0].readAt");
        as(ANA).put(NOTIFICATIONS + "/{id}/read", id).then().statusCode(204);

        as(ANA).get(NOTIFICATIONS).then().body("items[0].readAt", equalTo(first));
    }

    @Test
    void theUnreadCanBeListedAndReadAtOnce() {
        clientCreated(ANA, "Uno", "Leído");
        as(ANA).put(NOTIFICATIONS + "/{id}/read", onlyId(ANA)).then().statusCode(204);
        clientCreated(ANA, "Dos", "Nuevo");
        await().until(() -> texts(ANA, "en").size() == 2);

        as(ANA).get(NOTIFICATIONS + "?unread=true")
                .then()
                .body("items.text", contains("New client added: Dos Nuevo"))
                .body("total", equalTo(1))
                .body("unread", equalTo(1));
        as(ANA).put(NOTIFICATIONS + "/read").then().statusCode(204);
        as(ANA).get(NOTIFICATIONS).then().body("total", equalTo(2)).body("unread", equalTo(0));
    }

    @Test
    void theInboxIsPagedTheNewestFirst() {
        for (var name : List.of("Uno", "Dos", "Tres")) {
            clientCreated(ANA, name, "X");
        }
        await().until(() -> texts(ANA, "en").size() == 3);

        var cursor = as(ANA).get(NOTIFICATIONS + "?limit=2")
                .then()
                .body("items.text", contains("New client added: Tres X", "New client added: Dos X"))
                .body("total", equalTo(3))
                .extract()
                .<String>path("nextCursor");
        as(ANA).queryParam("cursor", cursor)
                .queryParam("limit", 2)
                .get(NOTIFICATIONS)
                .then()
                .body("items.text", contains("New client added: Uno X"))
                .body("nextCursor", nullValue());
        as(ANA).queryParam("cursor", cursor)
                .get(NOTIFICATIONS + "?unread=true")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
        as(ANA).get(NOTIFICATIONS + "?limit=0").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        as(ANA).get(NOTIFICATIONS + "?cursor=YWJj").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void whatIsDeletedIsGone() {
        clientCreated(ANA, "Pía", "Núñez");
        var id = onlyId(ANA);

        as(ANA).delete(NOTIFICATIONS + "/{id}", id).then().statusCode(204);

        assertThat(texts(ANA, "en")).isEmpty();
        as(ANA).delete(NOTIFICATIONS + "/{id}", id).then().statusCode(404);
    }

    @Test
    void theEventOfANotificationCarriesItsSpanishTextAndItsParameters() {
        var client = clientCreated(ANA, "Pía", "Núñez");
        var id = onlyId(ANA);

        await().until(() -> events.publishedBy("notification-service", id).size() == 1);
        var event = events.publishedBy("notification-service", id).getFirst();
        assertThat(event.path("type").asText()).isEqualTo("notification.sent");
        assertThat(event.path("actor").asText()).isEqualTo(MARTA.id().toString());
        var data = event.path("data");
        assertThat(data.path("id").asText()).isEqualTo(id.toString());
        assertThat(data.path("userId").asText()).isEqualTo(ANA.id().toString());
        assertThat(data.path("kind").asText()).isEqualTo("CLIENT_CREATED");
        assertThat(data.path("title").asText()).isEqualTo("Cliente nuevo");
        assertThat(data.path("text").asText()).isEqualTo("Nuevo cliente añadido: Pía Núñez");
        assertThat(data.path("link").asText()).isEqualTo("/clients/" + client);
        assertThat(data.path("parameters").path("firstName").asText()).isEqualTo("Pía");
        assertThat(data.path("createdAt").isTextual()).isTrue();
    }

    @Test
    void onlyWhatWasReadLongAgoIsForgotten() throws SQLException {
        for (var name : List.of("Leída", "Reciente", "Nueva")) {
            clientCreated(ANA, name, "X");
        }
        await().until(() -> texts(ANA, "en").size() == 3);
        execute("update notification set read_at = now() - interval '91 days' where parameters->>'firstName' ="
                + " 'Leída'");
        execute("update notification set read_at = now() - interval '89 days' where parameters->>'firstName' ="
                + " 'Reciente'");

        housekeeping.forgetTheRead();

        assertThat(texts(ANA, "en")).containsExactly("New client added: Nueva X", "New client added: Reciente X");
    }

    /** By the owner's manager. */
    private UUID clientCreated(TestUser owner, String firstName, String lastName) {
        var client = UUID.randomUUID();
        events.happened("client-service", "client.created", client, MARTA, clientOf(owner, firstName, lastName));
        return client;
    }

    private static Map<String, String> clientOf(TestUser owner, String firstName, String lastName) {
        return Map.of(
                "firstName",
                firstName,
                "lastName",
                lastName,
                "ownerId",
                owner.id().toString());
    }

    private static UUID onlyId(TestUser user) {
        await().until(() -> texts(user, "en").size() == 1);
        return UUID.fromString(as(user).get(NOTIFICATIONS).path("items[0].id"));
    }

    private static void tellsInSpanish(TestUser user, String text) {
        await().until(() -> texts(user, "es").equals(List.of(text)));
    }

    private static List<String> texts(TestUser user, String language) {
        return in(language, user).get(NOTIFICATIONS).path("items.text");
    }

    private static RequestSpecification in(String language, TestUser user) {
        return given().header("Accept-Language", language).auth().oauth2(TestIssuer.token(user));
    }

    private static int unread(TestUser user) {
        return as(user).get(NOTIFICATIONS + "/unread-count").path("unread");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
