package com.cactuswealth.platform.events;

import static com.cactuswealth.platform.testing.TestUser.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cactuswealth.platform.testing.RealServers;
import com.cactuswealth.platform.testing.TestEvents;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two instances of a service share the events of a subject, so its events are handled in any order. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TwoInstancesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    TestEvents events;

    @Inject
    LatestNames names;

    @Inject
    Recorder recorder;

    @Inject
    Streams streams;

    @Inject
    ProcessedEvents processed;

    @Inject
    DeadLetters deadLetters;

    @Inject
    @All
    List<EventHandler> handlers;

    @Inject
    EventsConfig config;

    @Inject
    Clock clock;

    @Test
    void whatIsKeptIsTheLatestWhicheverInstanceComesLast() throws Exception {
        var second = new EventConsumer(
                streams, processed, deadLetters, handlers, asInstance("second"), clock, "events-test");
        second.start(null);
        try {
            var subject = UUID.randomUUID();
            for (var i = 0; i < 400; i++) {
                events.happened("elsewhere", "thing.renamed", subject, ANA, Map.of("name", Integer.toString(i)));
            }
            await().atMost(SOON).until(() -> recorder.of(subject).size() == 400);

            assertThat(names.of(subject)).isEqualTo("399");
            assertThat(names.instances()).isEqualTo(2);
        } finally {
            second.stop(null);
        }
    }

    @Test
    void anOlderEventThatComesLaterChangesNothing() throws Exception {
        var subject = UUID.randomUUID();
        var older = renamed(subject, "older");
        var newer = renamed(subject, "newer");

        events.publish("elsewhere", newer);
        events.publish("elsewhere", older);

        await().atMost(SOON).until(() -> recorder.of(subject).size() == 2);
        assertThat(names.of(subject)).isEqualTo("newer");
    }

    private String renamed(UUID subject, String name) {
        return events.envelope(UUID.randomUUID(), "elsewhere", "thing.renamed", subject, ANA, Map.of("name", name));
    }

    private EventsConfig asInstance(String name) {
        return (EventsConfig) Proxy.newProxyInstance(
                EventsConfig.class.getClassLoader(),
                new Class<?>[] {EventsConfig.class},
                (proxy, method, arguments) ->
                        method.getName().equals("instance") ? name : method.invoke(config, arguments));
    }
}
