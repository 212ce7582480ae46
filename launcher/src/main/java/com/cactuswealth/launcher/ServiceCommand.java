package com.cactuswealth.launcher;

import java.util.ArrayList;
import java.util.List;

/** How a service is called, from its artifact and the kind of suite. */
final class ServiceCommand {

    private ServiceCommand() {}

    static List<String> of(Service service, SuiteBuilder wanted) {
        var cache = AotCache.of(wanted.project, service);
        var options = new ArrayList<String>();
        if (!wanted.longRunning) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.addAll(wanted.training ? cache.optionsToLearn() : cache.optionsToUse());
        var command = new ArrayList<String>(wanted.training ? List.of("nice", "-n", "19") : List.of());
        command.addAll(wanted.packaging(service).command(wanted.project, service.module(), options));
        return command;
    }
}
