package com.cactuswealth.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cactuswealth.platform.problem.Problem;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingQueueTest {

    private final SignInConfig config = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(SignInConfig.class)
            .withDefaultValue("cactus.sign-in.hashing-places", "4")
            .build()
            .getConfigMapping(SignInConfig.class);
    private final HashingQueue queue = new HashingQueue(config);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore taken = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        threads.close();
        queue.stop();
    }

    @Test
    void oneCallerGetsHalfOfThePlacesAndOthersTheRest() throws Exception {
        takePlace("flood");
        takePlace("flood");
        refused(429, "flood");
        takePlace("ana");
        takePlace("bruno");
        refused(503, "clara");

        end.countDown();
        threads.close();
        assertThat(queue.inPlace("flood", () -> "in")).isEqualTo("in");
    }

    @Test
    void whoFailsGivesThePlaceBack() {
        for (var round = 0; round < 5; round++) {
            assertThatThrownBy(() -> queue.inPlace("ana", () -> {
                        throw new IllegalArgumentException("broken");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(queue.inPlace("ana", () -> "in")).isEqualTo("in");
    }

    @Test
    void noMoreAreHashedAtOnceThanThereAreThreads() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        for (var i = 0; i < 6; i++) {
            threads.execute(() -> queue.hash(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                pause();
                return now.decrementAndGet();
            }));
        }
        threads.close();
        assertThat(most.get()).isEqualTo(2);
    }

    private void takePlace(String caller) throws InterruptedException {
        threads.execute(() -> queue.inPlace(caller, () -> {
            taken.release();
            awaitEnd();
            return "done";
        }));
        taken.acquire();
    }

    private void refused(int status, String caller) {
        assertThatThrownBy(() -> queue.inPlace(caller, () -> "in")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().status()).isEqualTo(status);
            assertThat(problem.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(2)));
        });
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
