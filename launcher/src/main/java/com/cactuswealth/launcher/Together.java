package com.cactuswealth.launcher;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Does many things at once. */
final class Together {

    private Together() {}

    /**
     * Returns when all are done. The first failure is thrown, after {@code giveUp} was called so that the others end
     * soon instead of being waited for in vain.
     */
    static void run(Collection<Runnable> tasks, Runnable giveUp) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ExecutorCompletionService<Void>(executor);
            tasks.forEach(task -> running.submit(task, null));
            for (var _ : tasks) {
                try {
                    running.take().get();
                } catch (ExecutionException e) {
                    giveUp.run();
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    giveUp.run();
                    throw new LauncherFailure("interrupted", e);
                }
            }
        }
    }
}
