package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.ServiceRestart;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restart", description = "Restarts one service of the suite that runs, with what was built since.")
final class Restart implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE", description = "For example client-service, or client for short.")
    private String service;

    @Override
    public Integer call() {
        var part = ServiceRestart.restart(Project.current().home(), Service.named(service));
        new Terminal()
                .say("%s is ready again at port %d, process %d"
                        .formatted(part.name(), part.port(), part.process().pid()));
        return 0;
    }
}
