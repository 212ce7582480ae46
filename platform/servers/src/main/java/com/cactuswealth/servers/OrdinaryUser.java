package com.cactuswealth.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root, yet containers and CI machines are often root only. Then it runs in a user
 * namespace where we are nobody in particular, or, where namespaces are forbidden, as "nobody" with the one
 * capability it needs to reach its files.
 */
enum OrdinaryUser {
    ALREADY(""),
    NAMESPACE("unshare --user"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override");

    private static final int NOBODY_ID = 65534;

    private final String prefix;

    OrdinaryUser(String prefix) {
        this.prefix = prefix;
    }

    static OrdinaryUser onThisMachine() {
        return possible().stream()
                .findFirst()
                .orElseThrow(() -> new ServerFailure("PostgreSQL does not run as root, and this machine has neither"
                        + " user namespaces (unshare --user) nor setpriv: run as an ordinary user"));
    }

    static List<OrdinaryUser> possible() {
        return ServerFiles.isRoot()
                ? Stream.of(NAMESPACE, NOBODY).filter(OrdinaryUser::works).toList()
                : List.of(ALREADY);
    }

    List<String> command(Path program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (this != ALREADY) {
            command.addAll(List.of(prefix.split(" ", -1)));
        }
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives the directory to the user that the server will be. */
    void own(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODY_ID);
            }
        }
    }

    private boolean works() {
        return Programs.output(command(Path.of("id"), List.of("-u")))
                .filter(id -> !id.equals("0"))
                .isPresent();
    }
}
