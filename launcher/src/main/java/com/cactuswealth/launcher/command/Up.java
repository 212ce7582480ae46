package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.AotTraining;
import com.cactuswealth.launcher.Packaging;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.build.Build;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Builds what changed, starts everything, and stops it on Ctrl-C.")
final class Up implements Callable<Integer> {

    @Option(names = "--native", description = "Run native executables, building the missing ones.")
    private boolean nativeExecutables;

    @Option(names = "--port", defaultValue = "8080", description = "Of the gateway; default ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--no-demo", description = "Do not make demo users and clients.")
    private boolean noDemo;

    @Override
    public Integer call() throws InterruptedException {
        var began = System.nanoTime();
        var terminal = new Terminal();
        var project = Project.current();
        var packaging = nativeExecutables ? Packaging.NATIVE : Packaging.JVM;
        var build = new Build(project, terminal);
        if (nativeExecutables) {
            build.nativeExecutables(Service.modules());
        } else {
            build.jvm(Service.modules());
        }
        try (var suite = Suite.in(project.home())
                .project(project)
                .port(port)
                .packaging(packaging)
                .supervised()
                .progress(terminal)
                .start()) {
            terminal.say("Ready in %.1f s".formatted((System.nanoTime() - began) / 1e9));
            if (!noDemo) {
                DemoData.make(suite, project, terminal);
            }
            terminal.say("Cactus is at " + suite.url() + "  (Ctrl-C stops it; logs: ./cactus logs)");
            if (packaging == Packaging.JVM) {
                new AotTraining(project, terminal).inBackground();
            }
            // The end comes as a signal; the suite's shutdown hook then does the rest.
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
