package com.cactuswealth.launcher.demo;

import com.cactuswealth.launcher.LauncherFailure;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does one thing with many, a few at a time. */
final class InParallel {

    private static final int AT_ONCE = 6;

    private InParallel() {}

    /** Returns when all are done. The first failure, in their order, is thrown after that. */
    static <T> void each(Collection<T> items, Consumer<T> action) {
        try (var executor =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var running = items.stream()
                    .map(item -> executor.submit(() -> action.accept(item)))
                    .toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("interrupted", e);
        }
    }
}
