package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.Suite;
import com.cactuswealth.launcher.build.Build;
import com.cactuswealth.launcher.build.Maven;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "dev", description = "Runs one service with live reload beside the packaged rest.")
final class Dev implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE")
    private String service;

    @Option(names = "--port", defaultValue = "8080", description = "Of the gateway; default ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() {
        var terminal = new Terminal();
        var project = Project.current();
        var live = Service.named(service);
        var rest = EnumSet.complementOf(EnumSet.of(live));
        var maven = new Maven(project).forLiveReload();
        new Build(project, terminal).jvm(rest.stream().map(Service::module).toList());
        try (var suite = Suite.in(project.home())
                .project(project)
                .port(port)
                .services(rest)
                .supervised()
                .progress(terminal)
                .start()) {
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
}
