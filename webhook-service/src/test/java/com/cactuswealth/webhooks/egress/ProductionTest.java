package com.cactuswealth.webhooks.egress;

import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.webhooks.Partner.ENDPOINTS;
import static com.cactuswealth.webhooks.Partner.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.webhooks.Partner;
import com.cactuswealth.webhooks.Receiver;
import com.cactuswealth.webhooks.endpoint.Subscriptions;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Outside development, no request leaves for a private address. */
@QuarkusTest
@TestProfile(ProductionTest.Production.class)
@WithTestResource(RealServers.class)
class ProductionTest {

    /** The default of a deployment. */
    public static final class Production implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cactus.webhooks.development", "false");
        }
    }

    @Inject
    AgroalDataSource database;

    @Inject
    Subscriptions subscriptions;

    @Test
    void httpAndPrivateAddressesAreRefusedAtRegistration() {
        for (var url : List.of("http://partner.example.com/", "https://127.0.0.1/", "https://[::ffff:10.0.0.1]/")) {
            as(ADMIN)
                    .body(Map.of("url", url, "eventTypes", List.of("*")))
                    .post(ENDPOINTS)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("url"));
        }
    }

    @Test
    void aUrlThatCanNeverBeCalledIsRefusedInWordsWhenItIsChanged() {
        var partner = Partner.register("https://partner.example.com", "client.created", UUID.randomUUID());
        var path = ENDPOINTS + "/" + partner.id();

        as(ADMIN)
                .body(Map.of("url", "https://0177.0.0.1/"))
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("url"))
                .body(
                        "errors.message",
                        contains("must write an address as four decimal numbers, such as 198.51.100.7"));
        as(ADMIN)
                .body(Map.of("url", "http://partner.example.com/"))
                .patch(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.message",
                        contains("must begin with https://, because http would show the data on the way"));
        as(ADMIN)
                .get(path)
                .then()
                .body("version", equalTo(0))
                .body("url", equalTo("https://partner.example.com" + partner.path()));
    }

    @Test
    void anInternationalHostIsKeptAsPunycode() {
        var partner = Partner.register("https://Bücher.example.com", "client.created", UUID.randomUUID());

        assertThat(partner.endpoint().getString("url")).isEqualTo("https://xn--bcher-kva.example.com" + partner.path());
    }

    @Test
    void theTestButtonGoesTheSameGuardedWay() throws SQLException {
        var partner = Partner.register("https://partner.example.com", "client.created", UUID.randomUUID());
        letItsNameLeadHere(partner);

        var delivery = partner.test();

        await().atMost(SOON).until(() -> Partner.delivery(delivery).getString("state"), "FAILED"::equals);
        assertThat(Partner.delivery(delivery).getList("log.error"))
                .hasSize(3)
                .containsOnly("BLOCKED: localhost has no public address");
        assertThat(partner.received()).isEmpty();
    }

    /** An endpoint of a time when such names were not refused yet. */
    private void letItsNameLeadHere(Partner partner) throws SQLException {
        var url = "https://localhost:" + Receiver.running().port() + partner.path();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update endpoint set url = ?, version = version + 1 where id = ?")) {
            update.setString(1, url);
            update.setObject(2, partner.id());
            update.executeUpdate();
        }
        subscriptions.refresh();
    }
}
