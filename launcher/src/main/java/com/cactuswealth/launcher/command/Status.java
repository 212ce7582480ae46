package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Health;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.SuiteState;
import com.cactuswealth.servers.FreePort;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows what runs, where, and whether it is healthy.")
final class Status implements Callable<Integer> {

    @Override
    public Integer call() {
        var terminal = new Terminal();
        var state = SuiteState.read(Project.current().home()).filter(SuiteState::runs);
        if (state.isEmpty()) {
            terminal.say("Nothing runs; ./cactus up starts it.");
            return 1;
        }
        terminal.say(state.get().url() + " (" + state.get().packaging() + ")");
        var healthy = true;
        for (var part : state.get().parts()) {
            var condition = condition(part);
            healthy &= condition.equals("ready");
            terminal.say("%-22s %-9s port %-6d pid %d"
                    .formatted(
                            part.name(), condition, part.port(), part.process().pid()));
        }
        return healthy ? 0 : 1;
    }

    private static String condition(SuiteState.Part part) {
        if (part.process().handle().isEmpty()) {
            return "dead";
        }
        var ready = Service.modules().contains(part.name())
                ? Health.isReady(URI.create("http://127.0.0.1:" + part.port()))
                : !FreePort.isFree(part.port());
        return ready ? "ready" : "not ready";
    }
}
