package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Foreground;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.build.Maven;
import com.cactuswealth.servers.FreePort;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "dev", description = "Runs one service, or frontend, with live reload beside the packaged rest.")
final class Dev implements Callable<Integer> {

    /** Vite's own choice. */
    private static final int VITE_PORT = 5173;

    private final Terminal terminal = new Terminal();
    private final Project project = Project.current();

    @Parameters(paramLabel = "MODULE")
    private String module;

    @Option(names = "--port", defaultValue = "8080", description = "Of the gateway; default ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() {
        return module.equals(Project.FRONTEND) ? runFrontend() : run(Service.named(module));
    }

    private int run(Service live) {
        var rest = EnumSet.complementOf(EnumSet.of(live));
        var maven = new Maven(project).forLiveReload();
        try (var suite = start(rest)) {
            terminal.say(live.module() + " with live reload at " + suite.url(live) + ", the suite at " + suite.url());
            return maven.run(
                    suite.environment(live),
                    List.of(
                            "-pl",
                            live.module(),
                            "-am",
                            "-Dspotless.check.skip=true",
                            "-Djvm.args=" + maven.jvmArguments(),
                            "quarkus:dev"));
        }
    }

    private int runFrontend() {
        new Build(project, terminal).dashboardLibraries();
        try (var suite = start(EnumSet.allOf(Service.class))) {
            DemoData.make(suite, project, terminal);
            var vite = FreePort.preferably(VITE_PORT);
            terminal.say(
                    "The dashboard with live reload at http://localhost:" + vite + ", the suite at " + suite.url());
            return Foreground.run(
                    project.module(Project.FRONTEND),
                    Map.of(
                            "VITE_PORT",
                            Integer.toString(vite),
                            "CACTUS_URL",
                            suite.url().toString()),
                    List.of("npm", "run", "dev"));
        }
    }

    private Suite start(Set<Service> packaged) {
        new Build(project, terminal).jvm(packaged.stream().map(Service::module).toList());
        return Suite.in(project.home())
                .project(project)
                .port(port)
                .services(packaged)
                .supervised()
                .progress(terminal)
                .start();
    }
}
