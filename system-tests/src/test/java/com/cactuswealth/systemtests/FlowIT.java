package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Cactus is for, end to end. */
class FlowIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Suites.Front suite = Suites.front();
    private final Person administrator = Person.administrator(suite);

    @Test
    void aPartnerHearsAndTheOwnerSeesWhatAManagerDoes() throws Exception {
        var manager = administrator.registers("MANAGER", null);
        var ana = administrator.registers("ADVISOR", manager);
        var bruno = administrator.registers("ADVISOR", manager);
        try (var partner = Partner.listening(0);
                var anasInbox = LiveInbox.of(ana);
                var brunosInbox = LiveInbox.of(bruno)) {
            var endpoint = partner.registeredBy(administrator, "client.created", "client.status_changed");

            var client = manager.createsAClientFor(ana);
            manager.moves(client, "FIRST_MEETING");

            await().atMost(SOON).until(() -> partner.about(client).size() == 2);
            var webhooks = partner.about(client);
            assertThat(webhooks).allMatch(Partner.Received::verified);
            assertThat(webhooks)
                    .extracting(Partner.Received::type)
                    .containsExactly("client.created", "client.status_changed");
            assertThat(webhooks.get(1).body().path("data").path("fromStage").asText())
                    .isEqualTo("PROSPECT");
            assertThat(webhooks.get(1).body().path("data").path("toStage").asText())
                    .isEqualTo("FIRST_MEETING");
            webhooks.forEach(webhook ->
                    System.out.printf("%s reached the partner after %s%n", webhook.type(), webhook.latency()));

            await().atMost(SOON).until(() -> anasInbox.texts().size() == 2);
            assertThat(anasInbox.subprotocol()).isEqualTo("bearer");
            assertThat(anasInbox.texts().getFirst()).contains("Lucía Peña");
            ana.asks().get("/api/v1/notifications").then().statusCode(200).body("total", equalTo(2));
            assertThat(brunosInbox.texts()).isEmpty();
            bruno.asks().get("/api/v1/notifications").then().body("total", equalTo(0));

            await().atMost(SOON)
                    .untilAsserted(() -> administrator
                            .asks()
                            .queryParam("endpointId", endpoint)
                            .queryParam("state", "DELIVERED")
                            .get("/api/v1/webhooks/deliveries")
                            .then()
                            .statusCode(200)
                            .body("items", hasSize(2)));
            administrator
                    .asks()
                    .delete("/api/v1/webhooks/endpoints/{id}", endpoint)
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void aMoveIsHintedAtInTheBrowsersOfThoseWhoMaySeeIt() throws Exception {
        var manager = administrator.registers("MANAGER", null);
        var ana = administrator.registers("ADVISOR", manager);
        var bruno = administrator.registers("ADVISOR", manager);
        try (var anas = LiveInbox.of(ana);
                var managers = LiveInbox.of(manager);
                var administrators = LiveInbox.of(administrator);
                var brunos = LiveInbox.of(bruno)) {
            var token = ana.accessToken();
            var client = ana.createsAClient(token);
            await().atMost(SOON).until(() -> anas.changesOf(client).size() == 1);

            for (var stage : List.of("CONTACTED", "FIRST_MEETING", "SECOND_MEETING")) {
                var known = managers.changesOf(client).size();
                var began = System.nanoTime();
                ana.bearing(token)
                        .body(Map.of("stage", stage))
                        .put("/api/v1/clients/{id}/stage", client)
                        .then()
                        .statusCode(200);
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(SOON)
                        .until(() -> managers.changesOf(client).size() > known);
                System.out.printf(
                        "From the move to the manager's browser: %.1f ms%n", (System.nanoTime() - began) / 1e6);
            }
            for (var inbox : List.of(anas, administrators)) {
                await().atMost(SOON)
                        .until(() -> inbox.changesOf(client)
                                .equals(List.of(
                                        "client.created",
                                        "client.status_changed",
                                        "client.status_changed",
                                        "client.status_changed")));
            }
            assertThat(brunos.changesOf(client)).isEmpty();
        }
    }

    @Test
    void aClientIsHandedToAnotherAdvisorWhoIsToldAndBothBrowsersAreHinted() throws Exception {
        var manager = administrator.registers("MANAGER", null);
        var ana = administrator.registers("ADVISOR", manager);
        var bruno = administrator.registers("ADVISOR", manager);
        try (var partner = Partner.listening(0);
                var anas = LiveInbox.of(ana);
                var brunos = LiveInbox.of(bruno)) {
            var endpoint = partner.registeredBy(administrator, "client.*");
            var client = ana.createsAClient();
            ana.asks()
                    .body(Map.of("name", "Largo plazo", "currency", "USD"))
                    .post("/api/v1/clients/{id}/portfolios", awaitedPortfolios(ana, client))
                    .then()
                    .statusCode(201);
            var token = manager.accessToken();
            await().atMost(SOON)
                    .untilAsserted(() -> manager.bearing(token)
                            .body(Map.of("ownerId", bruno.id()))
                            .put("/api/v1/clients/{id}/owner", client)
                            .then()
                            .statusCode(200));

            ana.asks().get("/api/v1/clients/{id}", client).then().statusCode(404);
            bruno.asks().get("/api/v1/clients/{id}", client).then().statusCode(200);
            await().atMost(SOON)
                    .until(() -> brunos.texts().equals(List.of("Lucía Peña ahora es tu cliente"))
                            && brunos.changesOf(client).contains("client.transferred")
                            && anas.changesOf(client).contains("client.transferred"));
            assertThat(anas.texts()).isEmpty();
            bruno.asks()
                    .get("/api/v1/clients/{id}/portfolios", awaitedPortfolios(bruno, client))
                    .then()
                    .body("items[0].name", equalTo("Largo plazo"));
            ana.asks().get("/api/v1/clients/{id}/portfolios", client).then().statusCode(404);

            bruno.asks().delete("/api/v1/clients/{id}", client).then().statusCode(204);
            bruno.asks().post("/api/v1/clients/{id}/restore", client).then().statusCode(200);
            await().atMost(SOON)
                    .until(() -> brunos.changesOf(client)
                            .equals(List.of("client.transferred", "client.archived", "client.restored")));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(partner.about(client))
                            .extracting(Partner.Received::type)
                            .contains("client.transferred"));
            administrator
                    .asks()
                    .delete("/api/v1/webhooks/endpoints/{id}", endpoint)
                    .then()
                    .statusCode(204);
        }
    }

    /** The client, once portfolio-service knows that it is this advisor's. */
    private static UUID awaitedPortfolios(Person advisor, UUID client) {
        var token = advisor.accessToken();
        await().atMost(SOON)
                .untilAsserted(() -> advisor.bearing(token)
                        .get("/api/v1/clients/{id}/portfolios", client)
                        .then()
                        .statusCode(200));
        return client;
    }

    @Test
    void aBrowserWorksWithACookieAndNeverSeesAToken() {
        var ana = administrator.registers("ADVISOR", null);
        var signIn = Person.anonymous(suite.url())
                .body(Map.of("identifier", ana.identifier(), "password", ana.password()))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .header("Set-Cookie", startsWith("__Host-cactus="))
                .body("user.id", equalTo(ana.id().toString()));
        assertThat(signIn.extract().asString()).doesNotContain("eyJ");
        var cookie = signIn.extract().cookie("__Host-cactus");

        var client = Map.of("firstName", "Lucía", "lastName", "Peña", "email", "lucia@example.com");
        browser(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .body(client)
                .post("/api/v1/clients")
                .then()
                .statusCode(201);
        browser(cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .body(client)
                .post("/api/v1/clients")
                .then()
                .statusCode(403);
        browser(cookie).get("/api/v1/clients").then().statusCode(200).body("total", equalTo(1));
        browser(cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
        browser(cookie).get("/api/v1/clients").then().statusCode(401);
    }

    @Test
    void aPortfolioIsOpenedForAClient() {
        var ana = administrator.registers("ADVISOR", null);
        var client = ana.createsAClient();

        await().atMost(SOON)
                .untilAsserted(() -> ana.asks()
                        .body(Map.of("name", "Largo plazo", "currency", "USD"))
                        .post("/api/v1/clients/{id}/portfolios", client)
                        .then()
                        .statusCode(201));
        ana.asks()
                .get("/api/v1/clients/{id}/portfolios", client)
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("Largo plazo"));
    }

    @Test
    void theAdministratorsSeeLiveWhatTheBudgetGuardDid() throws Exception {
        assumeThat(suite.budgetHookSecret()).as("the secret of the budget hook").isNotNull();
        var ana = administrator.registers("ADVISOR", null);
        var guard = BudgetGuard.of(suite);
        var message = "msg_" + UUID.randomUUID();
        var told = "Apagado del servidor: empieza ahora. Se apaga el servidor. («%s», 2026-11: 71,30 de 75,00 USD)"
                .formatted(message);
        try (var administrators = LiveInbox.of(administrator);
                var anas = LiveInbox.of(ana)) {
            guard.saysThatItStops(message).statusCode(204);
            guard.saysThatItStops(message).statusCode(204);

            await().atMost(SOON).until(() -> administrators.texts().contains(told));
            assertThat(administrators.texts()).containsOnlyOnce(told);
            assertThat(anas.texts()).isEmpty();
        }
        administrator
                .asks()
                .get("/api/v1/notifications")
                .then()
                .body(
                        "items.findAll { it.kind == 'BUDGET' && it.text.contains('%s') }.text".formatted(message),
                        contains("Stopping the server: begins now. The server is being stopped."
                                + " (“%s”, 2026-11: 71.30 of 75.00 USD)".formatted(message)));
    }

    @Test
    void theSuiteTellsItsHealthAndItsContract() {
        Person.anonymous(suite.url()).get("/health").then().statusCode(200).body("status", equalTo("UP"));
        Person.anonymous(suite.url())
                .get("/openapi.json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/clients/{id}/stage'.put.tags", hasSize(1))
                .body("paths.'/api/v1/hooks/budget'.post.tags", hasSize(1))
                .body("paths.'/api/v1/auth/tokens'.post.responses.'200'.description", equalTo("Signed in"))
                .body("components.schemas.Session.properties.user.'$ref'", equalTo("#/components/schemas/UserView"))
                .body("components.schemas.UserView.required", hasItems("id", "email", "managerId"))
                .body("components.schemas.UserView.properties.email.type", equalTo("string"))
                .body("components.schemas.Money.properties.amount.type", equalTo("string"));
        RestAssured.given()
                .baseUri(suite.url().toString())
                .get("/docs")
                .then()
                .statusCode(200)
                .body(containsString("openapi"));
    }

    @Test
    void theDashboardIsPackedWithTheGateway() {
        var page = RestAssured.given()
                .baseUri(suite.url().toString())
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("<title>Cactus</title>"))
                .extract()
                .asString();
        var script = Pattern.compile("\"(/assets/index-[^\"]+\\.js)\"").matcher(page);
        assertThat(script.find()).as("the script of the page").isTrue();
        RestAssured.given()
                .baseUri(suite.url().toString())
                .header("Accept-Encoding", "br")
                .get(script.group(1))
                .then()
                .statusCode(200)
                .header("Content-Encoding", "br")
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    private RequestSpecification browser(String cookie) {
        return Person.anonymous(suite.url()).cookie("__Host-cactus", cookie);
    }
}
