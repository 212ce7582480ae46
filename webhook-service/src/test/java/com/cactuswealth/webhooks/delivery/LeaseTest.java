package com.cactuswealth.webhooks.delivery;

import static com.cactuswealth.platform.testing.TestUser.ANA;
import static com.cactuswealth.webhooks.Partner.SOON;
import static com.cactuswealth.webhooks.Partner.receiving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import com.cactuswealth.webhooks.Partner;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is leased and not sent is given back at once, not when its lease ends, which is two minutes here. */
@QuarkusTest
@TestProfile(LeaseTest.LongLeases.class)
@WithTestResource(RealServers.class)
class LeaseTest {

    /** Leases that no test waits for, and memory for a few deliveries only. */
    public static final class LongLeases implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cactus.webhooks.lease-margin", "2M", "cactus.webhooks.queued", "20");
        }
    }

    @Inject
    TestEvents events;

    private final UUID client = UUID.randomUUID();

    @Test
    void whatAPausedEndpointWasNotSentIsSentAtOnceWhenItResumes() {
        var partner = receiving("client.created", client);
        partner.change(Map.of("state", "PAUSED"));
        created();
        partner.awaitDelivery("PENDING");

        partner.change(Map.of("state", "ENABLED"));

        assertThat(partner.awaitReceived(1)).hasSize(1);
    }

    @Test
    void whatTheSweepBringsAndFindsNoRoomForIsSentAsSoonAsThereIs() {
        var partners = IntStream.range(0, 8)
                .mapToObj(i -> receiving("client.created", client))
                .toList();
        created();
        partners.forEach(partner -> partner.awaitReceived(1));
        var others = IntStream.range(0, 8)
                .mapToObj(i -> receiving("client.created", client))
                .toList();
        partners.forEach(LeaseTest::pause);
        others.forEach(LeaseTest::pause);
        IntStream.range(0, 20).forEach(i -> created());
        others.forEach(
                partner -> await().atMost(SOON).until(() -> partner.deliveries().getInt("total") == 20));

        partners.forEach(partner -> partner.change(Map.of("state", "ENABLED")));
        others.forEach(partner -> partner.change(Map.of("state", "ENABLED")));

        partners.forEach(partner -> assertThat(partner.awaitReceived(21)).hasSize(21));
        others.forEach(partner -> assertThat(partner.awaitReceived(20)).hasSize(20));
    }

    private static void pause(Partner partner) {
        partner.change(Map.of("state", "PAUSED"));
    }

    private void created() {
        events.happened("client-service", "client.created", client, ANA, Map.of("id", client.toString()));
    }
}
