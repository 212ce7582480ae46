package com.cactuswealth.webhooks.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A name server that dies. */
class ResolverTest {

    private static final Target PARTNER = new Target(true, "partner.example.com", 443, "/");
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("198.51.100.7");

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean dead;
    private final Resolver resolver = new Resolver(this::find, now::get);

    @AfterEach
    void stop() {
        end.countDown();
        resolver.stop();
    }

    @Test
    void aHostThatWasFoundIsServedWhileItsNameServerDoesNotAnswer() throws Exception {
        assertThat(resolver.resolve(PARTNER).get(10, TimeUnit.SECONDS)).isEqualTo(List.of(ADDRESS));
        dead = true;
        now.addAndGet(Duration.ofSeconds(11).toNanos());

        assertThat(resolver.resolve(PARTNER)).isCompletedWithValue(List.of(ADDRESS));
        assertThat(resolver.resolve(PARTNER)).isCompletedWithValue(List.of(ADDRESS));
        await().untilAtomic(asked, count -> assertThat(count).isEqualTo(2));

        now.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(resolver.resolve(PARTNER)).as("too old to be believed").isNotDone();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aHostThatNobodyKnowsIsAskedForAgain() {
        dead = true;
        end.countDown();

        for (var i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> resolver.resolve(PARTNER).get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownHostException.class);
            assertThat(asked).hasValue(i);
        }
    }

    private InetAddress[] find(String host) throws UnknownHostException {
        asked.incrementAndGet();
        if (dead) {
            awaitEnd();
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {ADDRESS};
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
