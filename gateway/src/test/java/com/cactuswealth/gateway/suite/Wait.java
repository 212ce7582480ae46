package com.cactuswealth.gateway.suite;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Waits for Vert.x in a test. */
public final class Wait {

    private Wait() {}

    public static <T> T on(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
