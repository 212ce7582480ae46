package com.cactuswealth.webhooks.egress;

import static com.cactuswealth.platform.testing.As.as;
import static com.cactuswealth.platform.testing.TestUser.ADMIN;
import static com.cactuswealth.webhooks.Partner.ENDPOINTS;
import static com.cactuswealth.webhooks.Partner.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.webhooks.Partner;
import com.cactuswealth.webhooks.Receiver;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
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
    void theTestButtonGoesTheSameGuardedWay() {
        var partner =
                Partner.register("https://localhost:" + Receiver.running().port(), "client.created", UUID.randomUUID());

        var delivery = partner.test();

        await().atMost(SOON).until(() -> Partner.delivery(delivery).getString("state"), "FAILED"::equals);
        assertThat(Partner.delivery(delivery).getList("log.error"))
                .hasSize(3)
                .containsOnly("BLOCKED: localhost has no public address");
        assertThat(partner.received()).isEmpty();
    }
}
