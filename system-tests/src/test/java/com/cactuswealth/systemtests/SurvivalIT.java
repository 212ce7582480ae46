package com.cactuswealth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.SuiteBuilder;
import com.cactuswealth.servers.FreePort;
import com.cactuswealth.servers.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that was promised is lost, whatever dies. */
class SurvivalIT {

    private static final Duration EVENTUALLY = Duration.ofMinutes(2);

    @Test
    void dataAndUnsentWebhooksAndUnreadNotificationsSurviveAStop() throws Exception {
        var home = Suites.newHome();
        var partnersPort = FreePort.any();
        Person ana;
        UUID client;
        Partner unreachable;
        try (var suite = withFrequentRetries(home).start()) {
            var administrator = Person.administrator(suite);
            ana = administrator.registers("ADVISOR", null);
            try (var partner = Partner.listening(partnersPort)) {
                partner.registeredBy(administrator, "client.created");
                unreachable = partner;
            }
            client = administrator.createsAClientFor(ana);
            var owner = ana;
            await().atMost(EVENTUALLY)
                    .untilAsserted(() ->
                            owner.asks().get("/api/v1/notifications").then().body("total", equalTo(1)));
        }

        try (var suite = withFrequentRetries(home).start();
                var partner = Partner.listening(partnersPort).knowing(unreachable)) {
            var returned = new Person(suite.url(), ana.id(), ana.identifier(), ana.password());
            returned.asks().get("/api/v1/clients/{id}", client).then().statusCode(200);
            returned.asks()
                    .get("/api/v1/notifications")
                    .then()
                    .body("total", equalTo(1))
                    .body("unread", equalTo(1));
            await().atMost(EVENTUALLY).until(() -> !partner.about(client).isEmpty());
            assertThat(partner.about(client)).allMatch(Partner.Received::verified);
        }
    }

    private static SuiteBuilder withFrequentRetries(Path home) {
        return Suites.inside(home)
                .environment(Service.WEBHOOKS, "CACTUS_WEBHOOKS_RETRY_SCHEDULE", "0S" + ",2S".repeat(60));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aKilledServiceLosesNoEvent(Service service) throws Exception {
        var suite = Suites.shared();
        nothingIsLostWhile(suite, () -> {
            suite.kill(service);
            Thread.sleep(1000);
            suite.restart(service);
        });
    }

    @Test
    void aKilledRedisLosesNoEvent() throws Exception {
        var suite = Suites.shared();
        nothingIsLostWhile(suite, () -> {
            suite.redis().kill();
            Thread.sleep(1000);
            suite.redis().start();
        });
    }

    @Test
    void aKilledDatabaseLosesNoEvent() throws Exception {
        var suite = Suites.shared();
        nothingIsLostWhile(suite, () -> {
            suite.postgres().kill();
            Thread.sleep(1000);
            suite.postgres().start();
        });
    }

    @Test
    void whatIsTrimmedBeneathAConsumerComesAgain() throws Exception {
        var suite = Suites.shared();
        nothingIsLostWhile(suite, () -> {
            suite.kill(Service.WEBHOOKS);
            Thread.sleep(1000);
            tell(suite.redis(), "XTRIM cactus:events:client-service MAXLEN 0");
            suite.restart(Service.WEBHOOKS);
        });
    }

    @Test
    void anEmptiedRedisLosesNoEventOfAConsumerThatWasAway() throws Exception {
        var suite = Suites.shared();
        nothingIsLostWhile(suite, () -> {
            suite.kill(Service.WEBHOOKS);
            Thread.sleep(1000);
            tell(suite.redis(), "FLUSHALL");
            suite.restart(Service.WEBHOOKS);
        });
    }

    @Test
    void whileTheDatabaseIsAwayRequestsAreToldToTryAgain() {
        var suite = Suites.shared();
        var administrator = Person.administrator(suite);
        var ana = administrator.registers("ADVISOR", null);
        var token = ana.accessToken();

        suite.postgres().kill();
        try {
            for (var i = 0; i < 5; i++) {
                var answer = ana.bearing(token).get("/api/v1/clients").then().extract();
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
            }
        } finally {
            suite.postgres().start();
        }
        eventually(administrator, ana);
    }

    @Test
    void aServiceThatStartsBeforeItsDatabaseWaitsForIt() throws Exception {
        var suite = Suites.shared();
        var administrator = Person.administrator(suite);
        var ana = administrator.registers("ADVISOR", null);
        suite.kill(Service.CLIENTS);
        suite.postgres().kill();

        var start = Executors.newVirtualThreadPerTaskExecutor().submit(() -> suite.restart(Service.CLIENTS));
        Thread.sleep(6000);
        assertThat(start.isDone()).as("ended for want of a database").isFalse();
        suite.postgres().start();

        start.get(2, TimeUnit.MINUTES);
        eventually(administrator, ana);
    }

    private static void tell(RedisServer redis, String command) throws IOException {
        var password = URI.create(redis.url()).getUserInfo().substring(1);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            var commands = "AUTH " + password + "\r\n" + command + "\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers).doesNotContain("-");
        }
    }

    private interface Fault {
        void happens() throws Exception;
    }

    /** Clients are created for Ana all the time; every one that was acknowledged must reach partner and inbox. */
    private static void nothingIsLostWhile(Suite suite, Fault fault) throws Exception {
        var administrator = Person.administrator(suite);
        var ana = administrator.registers("ADVISOR", null);
        try (var partner = Partner.listening(0)) {
            var endpoint = partner.registeredBy(administrator, "client.created");
            administrator.createsAClientFor(ana);
            var acknowledged = acknowledgedWhile(administrator, ana, fault);
            var last = eventually(administrator, ana);
            acknowledged.add(last);

            await().atMost(EVENTUALLY)
                    .untilAsserted(() -> assertThat(partner.received())
                            .extracting(Partner.Received::subject)
                            .containsAll(
                                    acknowledged.stream().map(UUID::toString).toList()));
            assertThat(partner.received()).allMatch(Partner.Received::verified);
            await().atMost(EVENTUALLY)
                    .untilAsserted(() -> assertThat(ana.asks()
                                    .get("/api/v1/notifications?limit=1")
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .<Integer>path("total"))
                            .isEqualTo(ana.asks()
                                    .get("/api/v1/clients?limit=1")
                                    .then()
                                    .extract()
                                    .<Integer>path("total")));
            administrator
                    .asks()
                    .delete("/api/v1/webhooks/endpoints/{id}", endpoint)
                    .then()
                    .statusCode(204);
        }
    }

    private static Set<UUID> acknowledgedWhile(Person administrator, Person ana, Fault fault) throws Exception {
        var acknowledged = new LinkedHashSet<UUID>();
        var begun = new CountDownLatch(20);
        var over = new AtomicBoolean();
        var token = administrator.accessToken();
        var load = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                administrator.triesToCreateAClientFor(ana, token).ifPresent(client -> {
                    acknowledged.add(client);
                    begun.countDown();
                });
                pause();
            }
        });
        begun.await(30, TimeUnit.SECONDS);
        fault.happens();
        Thread.sleep(500);
        over.set(true);
        load.join();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20);
        return acknowledged;
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static UUID eventually(Person administrator, Person owner) {
        return await().atMost(EVENTUALLY)
                .ignoreExceptions()
                .until(
                        () -> administrator.triesToCreateAClientFor(owner, administrator.accessToken()),
                        Optional::isPresent)
                .orElseThrow();
    }
}
