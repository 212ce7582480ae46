package com.cactuswealth.launcher.command;

import com.cactuswealth.launcher.Credentials;
import com.cactuswealth.launcher.LauncherFailure;
import com.cactuswealth.launcher.Project;
import com.cactuswealth.launcher.Service;
import com.cactuswealth.launcher.SuiteState;
import com.cactuswealth.launcher.deadletter.DeadLetters;
import com.cactuswealth.launcher.demo.Api;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dead-letters",
        description = "Lists the events that services gave up on, handles them again, or forgets them.")
final class ShowDeadLetters implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Only of this one; by default of all.")
    private String service;

    @ArgGroup
    private Act act = new Act();

    /** What to do instead of listing; one at most. */
    private static final class Act {

        @Option(names = "--replay", paramLabel = "ID", description = "Handle this one of SERVICE again.")
        private String replay;

        @Option(names = "--replay-all", description = "Handle all again, the oldest first.")
        private boolean replayAll;

        @Option(names = "--remove", paramLabel = "ID", description = "Forget this one of SERVICE.")
        private String remove;
    }

    @Override
    public Integer call() {
        var home = Project.current().home();
        var suite = SuiteState.running(home);
        var administrator = Api.signIn(URI.create(suite.url()), Credentials.administrator(home));
        var letters = new DeadLetters(administrator, new Terminal());
        if (act.replayAll) {
            return letters.replayAll(services()) == 0 ? 0 : 1;
        }
        if (act.replay != null) {
            letters.replay(named(), act.replay);
        } else if (act.remove != null) {
            letters.remove(named(), act.remove);
        } else {
            letters.list(services());
        }
        return 0;
    }

    /** Those that handle events. */
    private List<Service> services() {
        return service == null
                ? Arrays.stream(Service.values())
                        .filter(one -> one.role().isPresent())
                        .toList()
                : List.of(named());
    }

    private Service named() {
        if (service == null) {
            throw new LauncherFailure("an id belongs to a service: ./cactus dead-letters SERVICE …");
        }
        return Service.named(service);
    }
}
