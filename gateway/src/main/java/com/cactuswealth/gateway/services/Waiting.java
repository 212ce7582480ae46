package com.cactuswealth.gateway.services;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;

/** Waits, on a virtual thread, for what an event loop brings. */
public final class Waiting {

    private Waiting() {}

    public static <T> T on(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
