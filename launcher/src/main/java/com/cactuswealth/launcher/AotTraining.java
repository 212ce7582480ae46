package com.cactuswealth.launcher;

import java.io.IOException;
import java.util.EnumSet;

/**
 * Starts each new service once more with low priority, against stores of its own, so that the JVM learns how to
 * start it faster next time. The running suite notices nothing of it, and ending the launcher ends it.
 */
public final class AotTraining {

    private final Project project;
    private final Progress progress;

    public AotTraining(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    public void inBackground() {
        Thread.ofVirtual().name("aot-training").start(this::train);
    }

    private void train() {
        PrivateFiles.directory(project.home().resolve("aot"));
        var home = project.home().resolve("training");
        for (var service : EnumSet.allOf(Service.class)) {
            var cache = AotCache.of(project, service);
            if (cache.isCurrent()) {
                continue;
            }
            try {
                // One that was interrupted left its files.
                TemporaryFiles.delete(home);
                Suite.in(home)
                        .project(project)
                        .services(EnumSet.of(service))
                        .training()
                        .start()
                        .close();
                if (launcherEnds()) {
                    return;
                }
                cache.learnt();
                TemporaryFiles.delete(home);
            } catch (IOException | RuntimeException e) {
                if (launcherEnds()) {
                    return;
                }
                progress.say("The next start of " + service.module() + " will not be faster: " + e.getMessage());
            }
        }
    }

    /** The JVM refuses to change its shutdown hooks once it runs them, and says so in no other way. */
    private static boolean launcherEnds() {
        try {
            Runtime.getRuntime().removeShutdownHook(Thread.currentThread());
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
