package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.Suite;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Services are stateless: two instances of one share its work, and what one does the other shows. */
class InstancesIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** A killed instance's entries are claimed after 45 s, its deliveries after 30 s. */
    private static final Duration AFTER_THE_LEASES = Duration.ofMinutes(2);

    private final Suite suite = Suites.shared();
    private final Person administrator = Person.administrator(suite);
    private final Person ana = administrator.registers("ADVISOR", null);

    @Test
    void aNotificationReachesTheOwnersSocketsAtEveryInstance() {
        try (var second = suite.startAnother(Service.NOTIFICATIONS);
                var atTheFirst = LiveInbox.of(ana);
                var atTheSecond = LiveInbox.at(second.port(), ana)) {
            for (var i = 0; i < 10; i++) {
                administrator.createsAClientFor(ana);
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(atTheFirst.texts()).hasSize(10));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(atTheSecond.texts()).hasSize(10));
            assertThat(atTheSecond.texts()).isEqualTo(atTheFirst.texts());
        }
    }

    @Test
    void whatTheBudgetGuardTellsBothInstancesAtOnceIsToldOnce() throws Exception {
        try (var second = suite.startAnother(Service.NOTIFICATIONS);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var guard = BudgetGuard.of(Suites.Front.of(suite));
            var message = "msg_" + UUID.randomUUID();
            var attempts = Stream.of(guard, guard.at(second.port()), guard, guard.at(second.port()))
                    .map(way -> executor.submit(() -> way.saysThatItStops(message)))
                    .toList();
            for (var attempt : attempts) {
                attempt.get().statusCode(204);
            }

            administrator
                    .asks()
                    .get("/api/v1/notifications")
                    .then()
                    .body("items.findAll { it.text.contains('%s') }".formatted(message), hasSize(1));
        }
    }

    @Test
    void twoInstancesPublishAndSendEachEventOnce() throws Exception {
        try (var partner = Partner.listening(0);
                var clients = suite.startAnother(Service.CLIENTS);
                var webhooks = suite.startAnother(Service.WEBHOOKS)) {
            partner.registeredBy(administrator, "client.created");
            var created = clientsCreatedAtBoth(clients.port(), 40);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(partner.received()).hasSizeGreaterThanOrEqualTo(40));
            Thread.sleep(1000);
            assertThat(partner.received())
                    .extracting(Partner.Received::subject)
                    .containsExactlyInAnyOrderElementsOf(created);
            assertThat(webhooks.isAlive()).isTrue();
        }
    }

    @Test
    void whatAKilledInstanceHadBegunTheOtherFinishes() throws Exception {
        try (var partner = Partner.listening(0);
                var webhooks = suite.startAnother(Service.WEBHOOKS)) {
            partner.registeredBy(administrator, "client.created");
            var created = new ArrayList<String>();
            var token = ana.accessToken();
            for (var i = 0; i < 60; i++) {
                created.add(ana.createsAClient(token).toString());
                if (i == 30) {
                    webhooks.kill();
                }
            }
            await().atMost(AFTER_THE_LEASES)
                    .untilAsserted(() -> assertThat(partner.received())
                            .extracting(Partner.Received::subject)
                            .containsAll(created));
        }
    }

    /** The read model of a client at portfolio-service, whose two instances share the client's events. */
    @Test
    void whatTwoInstancesKeepIsTheLatest() {
        try (var second = suite.startAnother(Service.PORTFOLIOS)) {
            var client = ana.createsAClient();
            var token = administrator.accessToken();
            for (var i = 0; i < 20; i++) {
                administrator
                        .bearing(token)
                        .delete("/api/v1/clients/{id}", client)
                        .then()
                        .statusCode(204);
                administrator
                        .bearing(token)
                        .post("/api/v1/clients/{id}/restore", client)
                        .then()
                        .statusCode(200);
            }
            var there = new Person(
                    URI.create("http://127.0.0.1:" + second.port()), ana.id(), ana.identifier(), ana.password());
            var anasToken = ana.accessToken();
            for (var instance : List.of(ana, there)) {
                await().atMost(SOON)
                        .during(Duration.ofSeconds(3))
                        .untilAsserted(() -> instance.bearing(anasToken)
                                .get("/api/v1/clients/{id}/portfolios", client)
                                .then()
                                .statusCode(200));
            }
        }
    }

    private List<String> clientsCreatedAtBoth(int secondPort, int count) {
        var token = ana.accessToken();
        var there =
                new Person(URI.create("http://127.0.0.1:" + secondPort), ana.id(), ana.identifier(), ana.password());
        var created = new ArrayList<UUID>();
        for (var i = 0; i < count / 2; i++) {
            created.add(ana.createsAClient(token));
            created.add(there.createsAClient(token));
        }
        return created.stream().map(UUID::toString).toList();
    }
}
