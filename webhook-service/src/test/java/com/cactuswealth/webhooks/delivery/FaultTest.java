package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.webhooks.Partner.DELIVERIES;
import static com.cactuswealth.webhooks.Partner.SOON;
import static com.cactuswealth.webhooks.Partner.receiving;
import static com.cactuswealth.webhooks.Receiver.header;
import static com.cactuswealth.webhooks.Receiver.inTurn;
import static com.cactuswealth.webhooks.Receiver.status;
import static com.cactuswealth.webhooks.Receiver.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.webhooks.Partner;
import com.cactuswealth.webhooks.Receiver;
import com.cactuswealth.webhooks.Receiver.Behaviour;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What partners and machines do wrong. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FaultTest {

    @Inject
    TestEvents events;

    @Inject
    AgroalDataSource database;

    private final UUID client = UUID.randomUUID();

    @Test
    void whatFailedIsSentAgainWithTheSameIdAndBytes() {
        var partner = receiving("client.created", client).answering(inTurn(text(500, "broken"), status(204)));

        created();

        var delivery = partner.awaitDelivery("DELIVERED");
        var requests = partner.received();
        assertThat(requests).hasSize(2);
        requests.forEach(partner::verify);
        assertThat(requests.get(1).header("webhook-id"))
                .isEqualTo(requests.get(0).header("webhook-id"));
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        assertThat(Duration.between(requests.get(0).at(), requests.get(1).at())).isGreaterThan(Duration.ofMillis(200));
        assertThat(delivery.getList("log.status")).containsExactly(500, 204);
        assertThat(delivery.getString("log[0].response")).isEqualTo("broken");
    }

    @Test
    void afterTheLastAttemptADeliveryHasFailedAndCanBeSentAgainByHand() {
        var partner = receiving("client.created", client).answering(status(503));
        created();
        var delivery = partner.awaitDelivery("FAILED");
        assertThat(delivery.getInt("attempts")).isEqualTo(3);
        assertThat(delivery.getInt("lastStatus")).isEqualTo(503);
        assertThat(delivery.getString("nextAttemptAt")).isNull();
        assertThat(partner.received()).hasSize(3);
        assertThat(partner.endpoint().getString("failingSince")).isNotNull();

        partner.answering(status(204));
        as(ADMIN)
                .post(DELIVERIES + "/" + delivery.getString("id") + "/retry")
                .then()
                .statusCode(202);

        assertThat(partner.awaitDelivery("DELIVERED").getInt("attempts")).isEqualTo(4);
        assertThat(partner.endpoint().getString("failingSince")).isNull();
    }

    @Test
    void aPartnerThatAnswersTooLateIsAskedAgain() {
        var partner = receiving("client.created", client).answering(inTurn(afterwards(1500), status(204)));

        created();

        var delivery = partner.awaitDelivery("DELIVERED");
        assertThat(delivery.getString("log[0].error")).isEqualTo("TIMEOUT: No answer within 1000 ms");
        assertThat(delivery.getDouble("log[0].totalMillis")).isBetween(1000.0, 1400.0);
        assertThat(delivery.getString("log[0].firstByteMillis")).isNull();
    }

    @Test
    void aPartnerThatIsNotThereIsAskedAgain() {
        var partner = Partner.register("http://127.0.0.1:1", "client.created", client);

        created();

        assertThat(partner.awaitDelivery("FAILED").getList("log.error"))
                .hasSize(3)
                .containsOnly("UNREACHABLE: Connection refused");
    }

    @Test
    void aHostThatDoesNotExistIsAFailureLikeAnother() {
        var partner = Partner.register("http://nowhere.invalid", "client.created", client);

        created();

        assertThat(partner.awaitDelivery("FAILED").getString("lastError")).isEqualTo("UNREACHABLE: Host not found");
    }

    @Test
    void aPartnerThatHangsUpIsAskedAgain() {
        var partner = receiving("client.created", client).answering(inTurn(exchange -> exchange.close(), status(204)));

        created();

        assertThat(partner.awaitDelivery("DELIVERED").getString("log[0].error")).startsWith("UNREACHABLE: ");
    }

    @Test
    void aPartnerMaySayWhenToComeAgain() {
        var partner =
                receiving("client.created", client).answering(inTurn(header(429, "Retry-After", "2"), status(204)));

        created();

        partner.awaitDelivery("DELIVERED");
        var requests = partner.received();
        assertThat(Duration.between(requests.get(0).at(), requests.get(1).at()))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(6));
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        var elsewhere = receiving("client.updated", client);
        var partner = receiving("client.created", client)
                .answering(header(307, "Location", Receiver.running().url(elsewhere.path())));

        created();

        assertThat(partner.awaitDelivery("FAILED").getList("log.status")).containsOnly(307);
        assertThat(elsewhere.received()).isEmpty();
    }

    @Test
    void aPartnerThatIsGoneIsDisabledAndOthersAreTold() {
        var partner = receiving("client.created", client).answering(status(410));
        var watcher = Partner.receiving("webhook.endpoint_disabled", partner.id());

        created();

        await().atMost(SOON).until(() -> partner.endpoint().getString("state"), "DISABLED"::equals);
        assertThat(partner.endpoint().getString("disabledReason")).isEqualTo("GONE");
        assertThat(partner.awaitDelivery("CANCELLED").getInt("attempts")).isEqualTo(1);
        assertThat(partner.received()).hasSize(1);
        assertThat(watcher.awaitReceived(1).getFirst().body()).contains("\"reason\":\"GONE\"");
        var told = events.publishedBy("webhook-service", partner.id());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/data/createdBy").asText())
                .isEqualTo(ADMIN.id().toString());
    }

    @Test
    void anEndpointThatOnlyFailsForDaysIsDisabled() throws SQLException {
        var partner = receiving("client.created", client).answering(status(500));
        execute("update endpoint set failing_since = now() - interval '5 days 1 minute' where id = '" + partner.id()
                + "'");

        created();

        await().atMost(SOON).until(() -> partner.endpoint().getString("state"), "DISABLED"::equals);
        assertThat(partner.endpoint().getString("disabledReason")).isEqualTo("FAILING");
        partner.change(Map.of("state", "ENABLED"));
        assertThat(partner.endpoint().getString("disabledReason")).isNull();
        assertThat(partner.endpoint().getString("failingSince"))
                .as("begins anew")
                .isNull();
    }

    @Test
    void oneSuccessForgivesDaysOfFailure() throws SQLException {
        var partner = receiving("client.created", client);
        execute("update endpoint set failing_since = now() - interval '4 days' where id = '" + partner.id() + "'");

        created();

        await().atMost(SOON).until(() -> partner.endpoint().getString("failingSince") == null);
        assertThat(partner.endpoint().getString("state")).isEqualTo("ENABLED");
    }

    @Test
    void ofAHugeAnswerOnlyTheBeginningIsKept() {
        var partner = receiving("client.created", client).answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var chunk = "x".repeat(64 * 1024).getBytes(UTF_8);
            for (var i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(chunk);
            }
        });

        created();

        var delivery = partner.awaitDelivery("DELIVERED");
        assertThat(delivery.getString("log[0].response")).hasSize(4096);
        assertThat(delivery.getDouble("log[0].totalMillis")).isLessThan(1000);
    }

    @Test
    void anAnswerThatDripsEndsWithTheTimeoutAndItsStatusCounts() {
        var partner = receiving("client.created", client).answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (var i = 0; i < 40; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        });

        created();

        var delivery = partner.awaitDelivery("DELIVERED");
        assertThat(delivery.getInt("attempts")).isEqualTo(1);
        assertThat(delivery.getDouble("log[0].totalMillis")).isBetween(1000.0, 1400.0);
        assertThat(delivery.getString("log[0].response")).matches("\\.{5,12}");
    }

    @Test
    void aSlowPartnerDoesNotDelayAnother() {
        var slow = receiving("client.created", client).answering(afterwards(900));
        var quick = receiving("client.created", client);

        for (var i = 0; i < 400; i++) {
            created();
        }

        quick.awaitReceived(400);
        assertThat(slow.received().size()).isLessThan(200);
        slow.delete();
        await().atMost(SOON)
                .until(() -> slow.deliveries().getList("items.state"), states -> !states.contains("PENDING"));
    }

    @Test
    void whatAnInstanceLeftThatDiedIsSentWhenItsLeaseEnds() throws SQLException {
        var partner = receiving("client.created", client);
        partner.change(Map.of("state", "PAUSED"));
        created();
        partner.awaitDelivery("PENDING");
        execute("update delivery set due_at = now() + interval '1500 milliseconds' where endpoint_id = '" + partner.id()
                + "'");
        var begin = System.nanoTime();
        partner.change(Map.of("state", "ENABLED"));

        partner.awaitReceived(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        partner.awaitDelivery("DELIVERED");
        assertThat(partner.received()).hasSize(1);
    }

    @Test
    void aChangeMadeByAnotherInstanceCountsWithinASecondOrTwo() throws SQLException {
        var partner = receiving("client.created", client);
        execute("update endpoint set event_types = '{client.updated}', version = version + 1 where id = '"
                + partner.id() + "'");

        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        created();
        var witness = receiving("client.created", new UUID(2, 2));
        events.happened(
                "client-service", "client.created", new UUID(2, 2), ANA, Map.of("id", new UUID(2, 2).toString()));
        witness.awaitReceived(1);
        assertThat(partner.received()).isEmpty();
    }

    @Test
    void whatWaitsForADeletedEndpointIsCancelled() {
        var partner = receiving("client.created", client);
        partner.change(Map.of("state", "PAUSED"));
        IntStream.range(0, 3).forEach(i -> created());
        await().atMost(SOON).until(() -> partner.deliveries().getInt("total") == 3);

        partner.delete();

        assertThat(partner.deliveries().getList("items.state")).containsOnly("CANCELLED");
        as(ADMIN)
                .post(DELIVERIES + "/" + partner.deliveries().getString("items[0].id") + "/retry")
                .then()
                .statusCode(404);
    }

    private void created() {
        events.happened("client-service", "client.created", client, ANA, Map.of("id", client.toString()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Behaviour afterwards(long millis) {
        return exchange -> {
            Thread.sleep(millis);
            exchange.sendResponseHeaders(204, -1);
        };
    }
}
