package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.testing.As.anonymous;
import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.platform.testing.TestUser.COMPLIANCE;
import static com.cactuswealth.platform.testing.TestUser.MARTA;
import static com.cactuswealth.webhooks.Partner.DELIVERIES;
import static com.cactuswealth.webhooks.Partner.ENDPOINTS;
import static com.cactuswealth.webhooks.Partner.SOON;
import static com.cactuswealth.webhooks.Partner.receiving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.webhooks.Partner;
import com.cactuswealth.webhooks.Receiver;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class DeliveryTest {

    @Inject
    TestEvents events;

    private final UUID client = UUID.randomUUID();

    @Test
    void anEventReachesThePartnerSignedAndAtOnce() {
        var partner = receiving("client.created", client);

        var event = created(client);

        var request = partner.awaitReceived(1).getFirst();
        partner.verify(request);
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.header("user-agent")).isEqualTo("Cactus-Webhooks/1.0");
        assertThat(request.header("webhook-id")).isEqualTo(event.toString());
        assertThat(Long.parseLong(request.header("webhook-timestamp")))
                .isBetween(request.at().getEpochSecond() - 1, request.at().getEpochSecond());
        var body = JsonPath.from(request.body());
        assertThat(body.getString("type")).isEqualTo("client.created");
        assertThat(body.getUUID("data.id")).isEqualTo(client);
        assertThat(Duration.between(Instant.parse(body.getString("timestamp")), request.at()))
                .isLessThan(Duration.ofSeconds(5));
        assertThat(body.<String, Object>getMap("$")).containsOnlyKeys("type", "timestamp", "data");
    }

    @Test
    void theLogTellsWhatWasSentAndHowLongItTook() {
        var partner = receiving("client.created", client).answering(Receiver.text(200, "gracias\0"));
        var event = created(client);

        var delivery = partner.awaitDelivery("DELIVERED");

        assertThat(delivery.getUUID("eventId")).isEqualTo(event);
        assertThat(delivery.getString("eventType")).isEqualTo("client.created");
        assertThat(delivery.getInt("attempts")).isEqualTo(1);
        assertThat(delivery.getInt("lastStatus")).isEqualTo(200);
        assertThat(delivery.getString("nextAttemptAt")).isNull();
        assertThat(delivery.getString("finishedAt")).isNotNull();
        assertThat(delivery.getUUID("body.data.id")).isEqualTo(client);
        assertThat(delivery.getList("log")).hasSize(1);
        assertThat(delivery.getString("log[0].response")).isEqualTo("gracias\uFFFD");
        assertThat(delivery.getDouble("log[0].queueMillis")).isBetween(0.0, 5000.0);
        assertThat(delivery.getDouble("log[0].connectMillis")).isPositive();
        assertThat(delivery.getDouble("log[0].firstByteMillis"))
                .isBetween(delivery.getDouble("log[0].connectMillis"), delivery.getDouble("log[0].totalMillis"));
    }

    @Test
    void eachMatchingEndpointGetsAnEventOnceAndNoOtherDoes() {
        var exact = receiving("client.created", client);
        var noun = receiving("client.*", client);
        var all = receiving("*", client);
        var otherType = receiving("client.updated", client);
        var otherNoun = receiving("user.*", client);
        var otherClient = receiving("client.created", UUID.randomUUID());

        var event = created(client);
        var marker = receiving("*", new UUID(1, 1));
        created(new UUID(1, 1));
        marker.awaitReceived(1);

        for (var partner : List.of(exact, noun, all)) {
            assertThat(partner.awaitReceived(1)).hasSize(1);
            partner.verify(partner.received().getFirst());
            assertThat(partner.received().getFirst().header("webhook-id")).isEqualTo(event.toString());
        }
        for (var partner : List.of(otherType, otherNoun, otherClient)) {
            assertThat(partner.received()).isEmpty();
            assertThat(partner.deliveries().getInt("total")).isZero();
        }
    }

    @Test
    void anInternalEventReachesOnlyWhoNamesIt() {
        var all = receiving("*", client);
        var named = receiving("notification.sent", client);
        var data = Map.of("id", client.toString(), "title", "Nuevo cliente", "text", "Lucía Fernández");

        events.happened("notification-service", "notification.sent", client, ANA, data);

        assertThat(JsonPath.from(named.awaitReceived(1).getFirst().body()).getString("type"))
                .isEqualTo("notification.sent");
        var event = created(client);
        assertThat(all.awaitReceived(1).stream().map(request -> request.header("webhook-id")))
                .containsExactly(event.toString());
        assertThat(all.deliveries().getInt("total")).isEqualTo(1);
    }

    @Test
    void aRedeliveredEventMakesNoSecondDelivery() {
        var partner = receiving("client.created", client);
        var envelope = events.envelope(
                UUID.randomUUID(), "client-service", "client.created", client, ANA, Map.of("id", client.toString()));

        events.publish("client-service", envelope);
        events.publish("client-service", envelope);
        partner.awaitDelivery("DELIVERED");
        created(client);
        partner.awaitReceived(2);

        assertThat(partner.received().stream().map(request -> request.header("webhook-id")))
                .doesNotHaveDuplicates();
        assertThat(partner.deliveries().getInt("total")).isEqualTo(2);
    }

    @Test
    void forADayAfterARotationBothSecretsSign() {
        var partner = receiving("client.created", client);

        var rotated = as(ADMIN)
                .post(ENDPOINTS + "/" + partner.id() + "/secret/rotate")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        created(client);
        var request = partner.awaitReceived(1).getFirst();

        assertThat(rotated.getString("secret")).startsWith("whsec_").isNotEqualTo(partner.secret());
        assertThat(Instant.parse(rotated.getString("previousSecretUntil")))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
        assertThat(request.header("webhook-signature").split(" ")).hasSize(2);
        partner.verify(request);
        Partner.verify(request, rotated.getString("secret"));
    }

    @Test
    void aPausedEndpointGetsWhatHappenedMeanwhileWhenItResumes() throws InterruptedException {
        var partner = receiving("client.created", client);
        partner.change(Map.of("state", "PAUSED"));

        created(client);
        partner.awaitDelivery("PENDING");
        Thread.sleep(600);
        assertThat(partner.received()).isEmpty();

        partner.change(Map.of("state", "ENABLED"));
        partner.verify(partner.awaitReceived(1).getFirst());
    }

    @Test
    void moreThanMemoryHoldsIsDeliveredToo() {
        var partner = receiving("client.created", client);
        partner.change(Map.of("state", "PAUSED"));
        for (var i = 0; i < 700; i++) {
            created(client);
        }
        await().atMost(SOON).until(() -> partner.deliveries().getInt("total") == 700);

        partner.change(Map.of("state", "ENABLED"));

        assertThat(partner.awaitReceived(700).stream().map(request -> request.header("webhook-id")))
                .hasSize(700)
                .doesNotHaveDuplicates();
    }

    @Test
    void aDisabledEndpointGetsNothing() throws InterruptedException {
        var partner = receiving("client.created", client);
        partner.change(Map.of("state", "DISABLED"));
        var witness = receiving("client.created", client);

        created(client);

        witness.awaitReceived(1);
        assertThat(partner.deliveries().getInt("total")).isZero();
    }

    @Test
    void theTestButtonSendsATestEventWhateverTheTypes() {
        var partner = receiving("client.created", client);

        var id = partner.test();

        var request = partner.awaitReceived(1).getFirst();
        partner.verify(request);
        assertThat(JsonPath.from(request.body()).getString("type")).isEqualTo("webhook.test");
        assertThat(JsonPath.from(request.body()).getUUID("data.endpointId")).isEqualTo(partner.id());
        await().atMost(SOON).until(() -> Partner.delivery(id).getString("state"), "DELIVERED"::equals);
    }

    @Test
    void aPausedEndpointCannotBeTested() {
        var partner = receiving("client.created", client);
        partner.change(Map.of("state", "PAUSED"));

        as(ADMIN).post(ENDPOINTS + "/" + partner.id() + "/test").then().statusCode(409);
        as(ADMIN).post(ENDPOINTS + "/" + UUID.randomUUID() + "/test").then().statusCode(404);
    }

    @Test
    void aDeliveryCanBeSentAgain() {
        var partner = receiving("client.created", client);
        created(client);
        var delivery = partner.awaitDelivery("DELIVERED").getUUID("id");

        as(ADMIN).post(DELIVERIES + "/" + delivery + "/retry").then().statusCode(202);

        var requests = partner.awaitReceived(2);
        assertThat(requests.get(1).header("webhook-id"))
                .isEqualTo(requests.get(0).header("webhook-id"));
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        await().atMost(SOON).until(() -> partner.deliveries().getInt("items[0].attempts") == 2);
        assertThat(Partner.delivery(delivery).getString("state")).isEqualTo("DELIVERED");
    }

    @Test
    void theDeliveriesAreListedNewestFirstInPages() {
        var partner = receiving("client.created", client);
        for (var i = 0; i < 5; i++) {
            created(client);
            partner.awaitReceived(i + 1);
        }
        var seen = new HashSet<String>();
        var cursor = "";
        var pages = 0;
        do {
            var page = as(ADMIN)
                    .get(DELIVERIES + "?limit=2&endpointId=" + partner.id() + cursor)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(5))
                    .extract()
                    .jsonPath();
            var ids = page.<String>getList("items.id");
            assertThat(ids).isSortedAccordingTo((left, right) -> right.compareTo(left));
            seen.addAll(ids);
            cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
            pages++;
        } while (cursor != null);

        assertThat(seen).hasSize(5);
        assertThat(pages).isEqualTo(3);
        as(ADMIN)
                .get(DELIVERIES + "?state=FAILED&endpointId=" + partner.id())
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void theLogIsForAdministratorAndComplianceAndOnlyTheFormerActs() {
        var delivery = DELIVERIES + "/" + UUID.randomUUID();
        anonymous().get(DELIVERIES).then().statusCode(401);
        as(ANA).get(DELIVERIES).then().statusCode(403);
        as(MARTA).get(delivery).then().statusCode(403);
        as(COMPLIANCE).get(DELIVERIES).then().statusCode(200);
        as(COMPLIANCE).get(delivery).then().statusCode(404);
        as(COMPLIANCE).post(delivery + "/retry").then().statusCode(403);
        as(COMPLIANCE)
                .post(ENDPOINTS + "/" + UUID.randomUUID() + "/test")
                .then()
                .statusCode(403);
        as(ADMIN).post(delivery + "/retry").then().statusCode(404);
    }

    @Test
    void aBadCursorStateOrLimitIsRefused() {
        for (var query : List.of(
                "cursor=bm9wZQ",
                "cursor=%25",
                "cursor=%00",
                "limit=0",
                "limit=201",
                "state=1",
                "state=%00",
                "state=SLEEPING",
                "endpointId=1",
                "endpointId=%00")) {
            as(ADMIN).get(DELIVERIES + "?" + query).then().statusCode(400);
        }
    }

    @Test
    void readinessAndMetricsTellOfDeliveriesAndNeverOfAPartnersPath() {
        var partner = receiving("client.created", client);
        created(client);
        partner.awaitDelivery("DELIVERED");

        anonymous()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'webhooks' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'webhooks' }.data.saturated", equalTo(false))
                .body("checks.find { it.name == 'webhooks' }.data.waitingEndpoints", equalTo(0));
        anonymous()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("cactus_webhooks_attempts_total{outcome=\"delivered\"}"))
                .body(containsString("cactus_webhooks_latency_seconds{quantile=\"0.99\"}"))
                .body(containsString("cactus_webhooks_in_flight"))
                .body(containsString("cactus_webhooks_queued"))
                .body(containsString("cactus_webhooks_endpoints_slow"))
                .body(containsString("cactus_webhooks_endpoints_waiting"))
                .body(not(containsString(partner.path())));
    }

    private UUID created(UUID subject) {
        return events.happened(
                "client-service",
                "client.created",
                subject,
                ANA,
                Map.of("id", subject.toString(), "firstName", "Lucía"));
    }
}
