package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.SuiteState;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops what another terminal started.")
final class Down implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public Integer call() throws InterruptedException {
        var terminal = new Terminal();
        var state = SuiteState.read(Project.current().home());
        if (state.isEmpty()) {
            terminal.say("Nothing runs.");
            return 0;
        }
        var launcher = state.get().launcher().handle();
        launcher.ifPresent(ProcessHandle::destroy);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (launcher.filter(ProcessHandle::isAlive).isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(100));
        }
        state.get().endLeftovers();
        terminal.say("Stopped.");
        return 0;
    }
}
